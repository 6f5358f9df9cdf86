/** What the list of running uploads says; the form carries the words in data attributes, in the language of the page. */
interface Words {
  waiting: string
  sending: string
  done: string
  duplicate: string
  failed: string
  signedOut: string
  retry: string
  refresh: string
}

/** Uploads at once. Two keep a slow line busy without stalling the rest. */
const atOnce = 2

/**
 * Makes forms marked data-upload send many files one by one, with progress, also when dropped anywhere on the marked panel, and marks
 * the focal point of pictures without leaving the page. Without it the form sends its files together and works.
 */
export function enhanceUpload(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) enhanceForm(form)
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-focal]')) enhanceFocal(form)
}

function enhanceForm(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) return
  const words = { ...form.dataset } as unknown as Words
  const list = document.createElement('ul')
  list.className = 'upload-list'
  list.setAttribute('aria-live', 'polite')
  form.append(list)
  const queue = uploadQueue(form, list, words)
  form.addEventListener('submit', (event) => {
    if (!input.files?.length) return
    event.preventDefault()
    queue.add([...input.files])
    input.value = ''
  })
  input.addEventListener('change', () => form.requestSubmit())
  const zone = form.closest<HTMLElement>('[data-drop]') ?? form
  const mark = (on: boolean): void => void zone.classList.toggle('is-dropping', on)
  // A file dropped beside the zone must not make the browser leave the page.
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  addEventListener('drop', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  zone.addEventListener('dragenter', () => mark(true))
  zone.addEventListener('dragleave', (event) => {
    if (!zone.contains(event.relatedTarget as Node | null)) mark(false)
  })
  zone.addEventListener('drop', (event) => {
    mark(false)
    queue.add([...(event.dataTransfer?.files ?? [])])
  })
}

function uploadQueue(form: HTMLFormElement, list: HTMLElement, words: Words): { add(files: File[]): void } {
  const waiting: { file: File; line: Line }[] = []
  let running = 0
  let failed = 0
  let stored = 0
  const leave = (event: BeforeUnloadEvent): void => event.preventDefault()
  const finish = (): void => {
    removeEventListener('beforeunload', leave)
    if (failed === 0) return location.reload()
    if (stored === 0 || form.querySelector('.upload-refresh')) return
    const link = Object.assign(document.createElement('a'), {
      href: location.href,
      textContent: words.refresh,
      className: 'button upload-refresh',
    })
    form.append(link)
  }
  const run = async (file: File, line: Line): Promise<void> => {
    const outcome = await send(form, file, line, words)
    running--
    if (outcome === 'stored') stored++
    else failed++
    if (outcome === 'retryable')
      line.offerRetry(words.retry, () => {
        failed--
        add([{ file, line }])
      })
    if (running === 0 && waiting.length === 0) finish()
    else start()
  }
  const start = (): void => {
    while (running < atOnce && waiting.length > 0) {
      const { file, line } = waiting.shift() as { file: File; line: Line }
      running++
      void run(file, line)
    }
  }
  const add = (items: { file: File; line: Line }[]): void => {
    addEventListener('beforeunload', leave)
    waiting.push(...items)
    start()
  }
  return {
    add: (files) =>
      files.length > 0 && add(files.map((file) => ({ file, line: newLine(list, file.name, words.waiting) }))),
  }
}

interface Line {
  progress(part: number, text: string): void
  say(text: string, tone: 'ok' | 'error'): void
  offerRetry(label: string, retry: () => void): void
}

function newLine(list: HTMLElement, name: string, waiting: string): Line {
  const item = document.createElement('li')
  const title = Object.assign(document.createElement('span'), { textContent: name, className: 'upload-name' })
  const bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 })
  bar.setAttribute('aria-label', name)
  const note = Object.assign(document.createElement('span'), { textContent: waiting, className: 'upload-note' })
  item.append(title, bar, note)
  list.append(item)
  return {
    progress(part, text) {
      bar.hidden = false
      bar.value = Math.round(part * 100)
      note.textContent = text
      item.dataset.tone = ''
    },
    say(text, tone) {
      bar.hidden = true
      note.textContent = text
      item.dataset.tone = tone
    },
    offerRetry(label, retry) {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: label,
        className: 'link',
      })
      button.addEventListener('click', () => {
        button.remove()
        retry()
      })
      item.append(button)
    },
  }
}

/** XMLHttpRequest, because fetch tells nothing of the progress of sending. */
function send(
  form: HTMLFormElement,
  file: File,
  line: Line,
  words: Words,
): Promise<'stored' | 'refused' | 'retryable'> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) =>
      line.progress(event.loaded / (event.total || file.size || 1), words.sending),
    )
    request.addEventListener('load', () => {
      const answer = (request.response ?? {}) as { duplicate?: boolean; error?: string }
      if (request.status === 201) {
        line.say(answer.duplicate ? words.duplicate : words.done, 'ok')
        return resolve('stored')
      }
      line.say(request.status === 401 ? words.signedOut : (answer.error ?? words.failed), 'error')
      resolve(request.status === 401 || request.status >= 500 ? 'retryable' : 'refused')
    })
    request.addEventListener('error', () => {
      line.say(words.failed, 'error')
      resolve('retryable')
    })
    line.progress(0, words.sending)
    const body = new FormData()
    body.append('tep', file)
    request.send(body)
  })
}

/** A click on the picture fills in the numbers and moves the mark; saving stays with the button. */
function enhanceFocal(form: HTMLFormElement): void {
  const picture = form.querySelector<HTMLInputElement>('input[type=image]')
  const marks = form.querySelectorAll('circle')
  const [x, y] = ['x', 'y'].map((name) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`))
  if (!picture || !x || !y) return
  const move = (): void => {
    for (const mark of marks) {
      mark.setAttribute('cx', String((Number(x.value) / 100) * picture.width))
      mark.setAttribute('cy', String((Number(y.value) / 100) * picture.height))
    }
  }
  picture.addEventListener('click', (event) => {
    // Keyboards press the picture without a place: then the numbers are what counts, and the form is sent as it is.
    if (event.detail === 0) return
    event.preventDefault()
    x.value = String(Math.round((event.offsetX / picture.clientWidth) * 100))
    y.value = String(Math.round((event.offsetY / picture.clientHeight) * 100))
    move()
  })
  for (const input of [x, y]) input.addEventListener('input', move)
}
