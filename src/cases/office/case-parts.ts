import { calendarOf } from '../../calendar/calendar-queries.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import type { Database } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import type { CaseStepName } from '../case.ts'
import { mayTake } from '../policy.ts'
import { similarCases, type CaseLine } from '../queries.ts'
import type { Sender } from '../receive-case.ts'
import { extensionFor } from '../extend-case.ts'
import type { Typed } from '../../web/form.ts'
import {
  answersOf,
  attachmentsOf,
  caseFile,
  clocksOf,
  eventsOf,
  looksOf,
  messagesOf,
  type CaseAnswerView,
  type CaseAttachmentLine,
  type CaseClock,
  type CaseEventLine,
  type CaseFile,
  type CaseLookLine,
  type CaseMessageLine,
} from './case-queries.ts'
import { templatesFor, type FoundEntry } from './answer-queries.ts'
import type { EditorTools } from './answer-editor.tsx'
import { divisionDesks, fieldList, openPortals } from './desk-queries.ts'
import { caseIdOf, type Refusal } from './form.tsx'
import type { StepChoices } from './step-forms.tsx'

/** What a press on the screen of a case brought to light or to nothing: shown on its answer, once. */
export interface Shown {
  refusal?: Refusal
  /** Who sent it; null where it was erased. */
  sender?: Sender | null
  /** The editor of the answer as it stood when a template, a link or a public version was asked for: nothing of it is saved. */
  typed?: Typed
  found?: readonly FoundEntry[]
  inserted?: boolean
}

/** Everything the screen of a case is drawn from. */
export interface CaseParts extends Shown {
  c: OfficeContext
  file: CaseFile
  clocks: CaseClock[]
  events: CaseEventLine[]
  messages: CaseMessageLine[]
  attachments: CaseAttachmentLine[]
  answers: CaseAnswerView[]
  /** For leaders alone. */
  looks: CaseLookLine[] | undefined
  /** Maybe about the same matter: for who may join them. */
  similar: CaseLine[]
  calendar: Calendar
  now: Date
  choices: StepChoices
  tools: EditorTools
  /** Whether the person may take a step now. */
  may: (step: CaseStepName) => boolean
}

/** Reads what the screen of a case shows. @throws NotFound when the person must not see it. */
export async function casePartsOf(c: OfficeContext, shown: Shown = {}): Promise<CaseParts> {
  const { db, actor } = c.var
  const file = await caseFile(db, actor, caseIdOf(c))
  const isLeader = holds(actor, file.handlingSiteId, 'case_leader')
  const may = (step: CaseStepName): boolean => mayTake(actor, step, file)
  const [clocks, events, messages, attachments, answers, looks, similar, calendar, choices, templates] =
    await Promise.all([
      clocksOf(db, file.id),
      eventsOf(db, file.id),
      messagesOf(db, file.id),
      attachmentsOf(db, file.id),
      answersOf(db, file.id),
      isLeader ? looksOf(db, file.id) : undefined,
      may('merge') ? similarCases(db, file.id) : [],
      calendarOf(db),
      choicesOf(db, file, may),
      may('submit') ? templatesFor(db, file.handlingSiteId, file.fieldId) : [],
    ])
  const tools = { templates, found: shown.found, inserted: shown.inserted }
  const read = { file, clocks, events, messages, attachments, answers, looks, similar, calendar, choices }
  return { ...shown, ...read, c, tools, now: new Date(), may }
}

/** What the forms for steps offer, as far as one of them is there. */
async function choicesOf(db: Database, file: CaseFile, may: (step: CaseStepName) => boolean): Promise<StepChoices> {
  const [desks, fields, portals, extension] = await Promise.all([
    may('assign') || may('hand-over') ? divisionDesks(db, file.handlingSiteId) : [],
    may('assign') ? fieldList(db) : [],
    may('forward') ? openPortals(db) : [],
    may('extend') ? extensionFor(db, file) : undefined,
  ])
  return { desks, fields, portals, extension: extension ?? undefined }
}

/** The errors and typed values of a form of the screen, if it is the one that was refused. */
export const refusedOf = (parts: Shown, form: string): Pick<Refusal, 'errors' | 'typed'> =>
  parts.refusal?.form === form ? parts.refusal : { errors: {}, typed: {} }
