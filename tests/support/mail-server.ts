import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as the server took it. */
export interface TakenMail {
  messageId: string
  to: string[]
  subject: string
  /** Without its heads, decoded. */
  text: string
}

/** A real mail server on this machine. */
export interface MailServer {
  /** smtp://… */
  url: string
  /** In the order they came; a mail sent twice is here twice. */
  taken: TakenMail[]
  stop(): Promise<void>
}

/** Takes everything but mail to addresses it does not know, which it quotes as such servers do. */
export async function startMailServer({
  knows = () => true,
}: { knows?: (address: string) => boolean } = {}): Promise<MailServer> {
  const taken: TakenMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error(`5.1.1 <${address}>: no such person here`), { responseCode: 550 })
      done(knows(address) ? undefined : refusal)
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), ...readMail(Buffer.concat(pieces)) })
        done()
      })
    },
  })
  // A sender that dies in the middle of a word is none of its business.
  server.on('error', () => {})
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function readMail(mail: Buffer): Omit<TakenMail, 'to'> {
  const [heads = '', ...rest] = mail.toString().split('\r\n\r\n')
  const head = (name: string): string =>
    new RegExp(`^${name}:((?:.*\\r\\n[ \\t])*.*)$`, 'im').exec(heads)?.[1]?.replaceAll('\r\n', '').trim() ?? ''
  const body = rest.join('\r\n\r\n')
  const text = /^content-transfer-encoding: *base64/im.test(heads)
    ? Buffer.from(body, 'base64')
    : /^content-transfer-encoding: *quoted-printable/im.test(heads)
      ? quotedPrintable(body)
      : Buffer.from(body)
  return { messageId: head('message-id'), subject: encodedWords(head('subject')), text: text.toString() }
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/** Words of a head beyond ASCII (RFC 2047). A letter may begin in one word and end in the next. */
function encodedWords(text: string): string {
  return text.replaceAll(/=\?utf-8\?([bq])\?[^?]*\?=(?:\s*=\?utf-8\?\1\?[^?]*\?=)*/gi, (words) => {
    const pieces = [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, how = '', word = '']) =>
      how.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' ')),
    )
    return Buffer.concat(pieces).toString()
  })
}
