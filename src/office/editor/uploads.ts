import { element } from './element.ts'
import { say } from './words.ts'

/** What the library answers to an upload. */
export interface Uploaded {
  mediaId: number
  kind: 'image' | 'document' | 'video' | 'captions'
  name: string
  alt: string
  caption?: string
  source?: string
  focalX?: number
  focalY?: number
  length?: string | null
  language?: 'vi' | 'en' | null
  duplicate: boolean
}

export interface Uploads {
  /** Sends one file; resolves when the library has it, rejects with a sentence for people. Progress is shown meanwhile. */
  send(file: File): Promise<Uploaded>
}

/** Words are kept on this computer; the bytes of a file on its way are not, so leaving is asked about. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault()

/** Sends files to the library one after another, two at a time, each with a bar of its own. */
export function createUploads(siteId: number, place: HTMLElement, tell: (text: string) => void): Uploads {
  const list = element('ul', { class: 'uploads', 'aria-label': say('uploads') })
  place.append(list)
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async send(file) {
      const bar = element('progress', { max: 1, value: 0, 'aria-label': say('uploading', { name: file.name }) })
      const line = element('li', {}, element('span', {}, say('uploading', { name: file.name })), bar)
      list.append(line)
      globalThis.addEventListener('beforeunload', askBeforeLeaving)
      if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
      running++
      try {
        const done = await post(siteId, file, (part) => {
          bar.value = part
        })
        if (done.duplicate) tell(say('duplicate', { name: file.name }))
        return done
      } catch (error) {
        tell(say('uploadFailed', { name: file.name, why: (error as Error).message }))
        throw error
      } finally {
        running--
        line.remove()
        waiting.shift()?.()
        if (list.childElementCount === 0) globalThis.removeEventListener('beforeunload', askBeforeLeaving)
      }
    },
  }
}

function post(siteId: number, file: File, progress: (part: number) => void): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/cong/${siteId}/tep`)
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) =>
      progress(event.lengthComputable ? event.loaded / event.total : 0),
    )
    request.addEventListener('error', () => reject(new Error(say('offline'))))
    request.addEventListener('load', () => {
      const answer = (request.response ?? {}) as Partial<Uploaded> & { error?: string; reasons?: string[] }
      if (request.status < 300 && answer.mediaId) resolve(answer as Uploaded)
      else
        reject(
          new Error(
            request.status === 401
              ? say('signedOut')
              : answer.reasons?.join(' ') || answer.error || String(request.status),
          ),
        )
    })
    const form = new FormData()
    form.append('tep', file, file.name || 'hinh.png')
    request.send(form)
  })
}
