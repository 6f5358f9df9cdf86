import type { OfficeContext } from '../../office/route.ts'
import type { Refusal } from './form.tsx'
import type { DivisionRow } from './settings-queries.ts'

/** What every part of the settings is drawn from. */
export interface SettingsParts {
  c: OfficeContext
  people: readonly { id: string; name: string }[]
  divisions: readonly DivisionRow[]
  refusal?: Refusal
  /** Whether the person may change anything here. */
  may: boolean
}

/** The errors and typed values of a form of the screen, if it is the one that was refused. */
export const refusedIn = (
  { refusal }: Pick<SettingsParts, 'refusal'>,
  form: string,
): Pick<Refusal, 'errors' | 'typed'> => (refusal?.form === form ? refusal : { errors: {}, typed: {} })
