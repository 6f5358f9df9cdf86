import { request } from 'node:http'
import { newFormToken } from '../../src/cases/tracking.ts'

/** Somebody's question, in a form with a token of its own, and what became of it. */
export interface SentQuestion {
  token: string
  /** Empty where the sender gave no address. */
  email: string
  /** Told by the answer; empty until then. */
  code: string
  /** How often the form was sent until an answer came. */
  tries: number
}

export interface Sending {
  port: number
  host: string
  howMany: number
  /** So many people press the button at the same time. */
  clients: number
  /** When to give up, in milliseconds since 1970. */
  until: number
  /** Told each time a question was acknowledged. */
  acknowledged?(): void
}

const path = '/hoi-dap/gui-cau-hoi'

/**
 * Sends so many questions by the last step of the public form. Who gets no answer, or is told that something went wrong, presses the
 * button again, in the same form. @throws when the form is refused, or time is up.
 */
export async function sendQuestions({
  port,
  host,
  howMany,
  clients,
  until,
  acknowledged,
}: Sending): Promise<SentQuestion[]> {
  const all = Array.from({ length: howMany }, (_, n) => ({
    token: newFormToken(),
    email: n % 5 === 4 ? '' : `nguoi-gui-${n}@thu.example`,
    code: '',
    tries: 0,
  }))
  let next = 0
  const client = async (): Promise<void> => {
    for (let n = next++; n < all.length; n = next++) {
      const question = all[n]!
      const body = formOf(question, n)
      while (question.code === '') {
        if (Date.now() > until)
          throw new Error(`time is up at question ${n} of ${howMany}, sent ${question.tries} times`)
        question.tries += 1
        const { status, location } = await post({ port, host, body, n })
        const [, code] = /^\/theo-doi\/([0-9A-Z-]{19})\?moi=1$/.exec(location) ?? []
        if (status === 303 && code !== undefined) {
          question.code = code
          acknowledged?.()
        } else if (status !== 0 && status < 500)
          throw new Error(`question ${n} was answered with ${status} ${location}`)
        else await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 300))
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return all
}

function formOf({ token, email }: SentQuestion, n: number): string {
  const sender = { 'ho-ten': `Người gửi số ${n}`, 'thu-dien-tu': email, 'dong-y-xu-ly': '1' }
  return new URLSearchParams({
    buoc: '3',
    di: 'gui',
    phieu: token,
    'linh-vuc': 'dat-dai',
    'tieu-de': `Thủ tục tách thửa đất số ${n} cần giấy tờ gì?`,
    'noi-dung': `Gia đình tôi muốn tách thửa đất số ${n} cho con. Xin hỏi cần những giấy tờ nào và nộp ở đâu?`,
    ...(email && sender),
  }).toString()
}

/** Status 0: no answer. Each reader has an address and a browser of their own, told by the proxy in front. */
const post = (given: {
  port: number
  host: string
  body: string
  n: number
}): Promise<{ status: number; location: string }> =>
  new Promise((resolve) => {
    const { port, host, body, n } = given
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      agent: false,
      timeout: 15_000,
      headers: {
        host,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'user-agent': `Trình duyệt ${n}`.normalize('NFD').replaceAll(/[^ -~]/g, ''),
        'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
      },
    })
    const nothing = (): void => resolve({ status: 0, location: '' })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', nothing)
    asked.on('close', nothing)
    asked.on('response', (answer) => {
      answer.on('error', nothing).resume()
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
    })
    asked.end(body)
  })
