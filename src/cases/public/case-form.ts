import type { Child } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import type { Message } from '../../web/message.ts'
import type { CaseKind } from '../kind.ts'
import type { NewCase } from '../receive-case.ts'

/** What was typed, as it came: by name of the field. */
export type Typed = Readonly<Record<string, string>>
/** What is wrong, by name of the field; `form`: with the whole. */
export type FormErrors = Readonly<Record<string, string>>

/** A file of a form that is not sent yet. Its name stands in the form alone. */
export interface DraftFile {
  id: number
  mime: string
  bytes: number
  name: string
}

/** A form while it is filled in. */
export interface FormState {
  c: DeliveryContext
  form: CaseForm
  /** From 1. */
  step: number
  typed: Typed
  errors: FormErrors
  files: readonly DraftFile[]
  /** Days for which who sends it is kept after the case is closed. */
  keepDays: number
}

/** One of the three steps of a form. */
export interface FormStep {
  label: Message
  /** Names of its fields. Those of the other steps travel hidden. */
  fields: readonly string[]
  draw(state: FormState): Child | Promise<Child>
}

/**
 * A form by which people send a case of a kind: plain data and what only its feature knows. form-routes.tsx does the rest: steps back and forth, files, suspicion, thanks.
 * The id of a field is `o-` and its name, so that the summary of errors leads to it.
 */
export interface CaseForm {
  kind: CaseKind
  title: Message
  /** Above the first step. */
  lead: Message
  steps: readonly FormStep[]
  /** The step at which files may be added, from 1; absent where none are. */
  filesAt?: number
  /** Who sends it is asked for (fields of who-sends.tsx and consents.tsx): checked and read here without the feature. */
  asksSender: boolean
  /** Scripts of progressive enhancement besides case-form.js. */
  scripts?: readonly string[]
  /** What is wrong with its own fields, in the language of the page. */
  check(state: FormState): FormErrors | Promise<FormErrors>
  /** Taken as this kind instead, sealed, where the words look like a denunciation; a form that asks about that itself gives none. */
  letter?: CaseKind
  /** Its own part of the case, once nothing is wrong. */
  caseOf(state: FormState): CaseWords | Promise<CaseWords>
}

/** What a form gives of a case; the rest is known here. */
export type CaseWords = Pick<NewCase, 'title' | 'body' | 'fieldId' | 'details' | 'publicWanted'> &
  Partial<Pick<NewCase, 'sender' | 'consents' | 'siteId' | 'rules' | 'taking'>>

/** Id of a field, from its name. */
export const fieldId = (name: string): string => `o-${name}`
