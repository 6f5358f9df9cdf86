import type { FC } from 'hono/jsx'
import { When } from '../../office/components.tsx'
import { fill, type Say } from '../../web/message.ts'
import { messages } from './case-messages.ts'
import type { CaseParts } from './case-parts.ts'
import type { CaseAttachmentLine } from './case-queries.ts'

/** What the sender wrote, as they wrote it. */
export const Words: FC<CaseParts> = ({ c, file }) => {
  const { say } = c.var
  return (
    <section class="panel" aria-labelledby="noi-dung-nguoi-gui">
      <h2 id="noi-dung-nguoi-gui">{say(messages.words)}</h2>
      {file.body ? <p class="said case-body">{file.body}</p> : <p class="soft">{say(messages.wordsErased)}</p>}
    </section>
  )
}

/** Words to and fro beside the answer. */
export const Conversation: FC<CaseParts> = ({ c, messages: lines }) => {
  const { say, language } = c.var
  return lines.length === 0 ? null : (
    <section class="panel" aria-labelledby="trao-doi">
      <h2 id="trao-doi">{say(messages.messagesTitle)}</h2>
      <ol class="case-talk">
        {lines.map((line) => (
          <li class={line.direction === 'from_sender' ? 'case-said' : 'case-told'}>
            <p class="work-facts">
              <strong>
                {line.direction === 'from_sender'
                  ? say(messages.fromSender)
                  : fill(say(messages.toSender), { name: line.personName ?? say(messages.office) })}
              </strong>
              <When at={line.at} language={language} />
            </p>
            <p class="said">{line.sealed ? say(messages.sealedMessage) : line.body}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Files that came with it. Their names stay sealed; only cleaned ones open. */
export const Attachments: FC<CaseParts> = ({ c, file, attachments }) => {
  const { say } = c.var
  return attachments.length === 0 ? null : (
    <section class="panel" aria-labelledby="tep-gui-kem">
      <h2 id="tep-gui-kem">{say(messages.attachments)}</h2>
      <p class="soft small">{say(messages.attachmentNote)}</p>
      <ul class="case-files">
        {attachments.map((line, index) => (
          <li>
            <span>
              {fill(say(messages.attachment), { n: index + 1, kind: fileKind(line, say), size: sizeOf(line.bytes) })}
            </span>{' '}
            <AttachmentState line={line} caseId={file.id} n={index + 1} say={say} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface AttachmentStateProps {
  line: CaseAttachmentLine
  caseId: number
  n: number
  say: Say
}

const AttachmentState: FC<AttachmentStateProps> = ({ line, caseId, n, say }) => {
  if (line.state === 'clean')
    return (
      <a class="button" href={`/ho-so/${caseId}/tep/${line.id}`} target="_blank" rel="noopener">
        {say(messages.openAttachment)}
        <span class="visually-hidden">{` ${n}`}</span>
      </a>
    )
  if (line.state === 'waiting') return <span class="tag">{say(messages.attachmentWaiting)}</span>
  if (line.state === 'gone') return <span class="soft">{say(messages.attachmentGone)}</span>
  return <span class="case-held">{fill(say(messages.attachmentQuarantined), { reason: line.reason })}</span>
}

const fileKind = ({ mime }: CaseAttachmentLine, say: Say): string =>
  say(mime.startsWith('image/') ? messages.picture : mime === 'application/pdf' ? messages.pdf : messages.document)

/** 2,3 MB; 640 KB. */
const sizeOf = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
    : `${Math.max(1, Math.round(bytes / 1000))} KB`
