import type { FC } from 'hono/jsx'
import { FormField } from '../../delivery/components/form-parts.tsx'
import { fill, type Say } from '../../web/message.ts'
import { acceptedAttachments } from '../attachments/attachment.ts'
import { fieldId, type DraftFile, type FormState } from './case-form.ts'
import { messages } from './messages.ts'

/** Name of the field files are chosen in. */
export const filesField = 'tep'
/** Name of the hidden field that carries the name of a file, which is kept nowhere else in plain. */
export const fileNameField = (id: number): string => `ten-tep-${id}`

/** Files of the form: those uploaded already, each with a button that removes it, and room for more. Works without script. */
export const Attachments: FC<{ state: FormState }> = ({ state: { c, files, errors } }) => {
  const { say } = c.var
  const id = fieldId(filesField)
  return (
    <div class="form-files">
      <FormField id={id} label={say(messages.files)} hint={say(messages.filesHint)} error={errors[filesField]}>
        {(described) => (
          <input type="file" id={id} name={filesField} multiple accept={acceptedAttachments} {...described} />
        )}
      </FormField>
      <button type="submit" class="form-other" name="di" value="tai-len">
        {say(messages.upload)}
      </button>
      {files.length > 0 && (
        <>
          <p class="form-label" id="o-tep-co">
            {say(messages.uploaded)}
          </p>
          <ul class="plain form-uploaded" aria-labelledby="o-tep-co">
            {files.map((file, at) => (
              <li>
                <span>{nameOf(file, at, say)}</span>
                <button
                  type="submit"
                  class="form-other"
                  name="di"
                  value={`go-${file.id}`}
                  aria-label={`${say(messages.remove)}: ${nameOf(file, at, say)}`}
                >
                  {say(messages.remove)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** How a file is named in its form, with its weight. */
export const nameOf = ({ name, bytes }: DraftFile, at: number, say: Say): string =>
  `${name || fill(say(messages.fileNumber), { n: at + 1 })} (${weightOf(bytes)})`

const weightOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`
