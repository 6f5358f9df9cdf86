// What a browser adds to an article. Each button stands hidden in the page, and appears where it works.
// One value is kept on the device: the size of letters.

const root = document.documentElement
const key = 'khue-co-chu'

/** @param {string | null} size 0, 1 or 2 */
const setSize = (size) => (size === '1' || size === '2' ? (root.dataset.size = size) : delete root.dataset.size)

// Before the first paint. Storage may be closed to us.
try {
  setSize(localStorage.getItem(key))
} catch {}

const tools = (/** @type {string} */ name) =>
  [...document.querySelectorAll('button')].filter((button) => button.dataset.tool === name)

/** @param {string} name @param {(button: HTMLButtonElement) => unknown} press */
const offer = (name, press) => {
  for (const button of tools(name)) {
    button.hidden = false
    button.addEventListener('click', () => press(button))
  }
}

/** @param {string} where @param {string} text */
const tell = (where, text) => {
  const said = document.querySelector(where)
  if (said) said.textContent = text
}

const offerSizes = () => {
  const show = () => {
    for (const button of tools('size')) button.ariaPressed = String((root.dataset.size ?? '0') === button.dataset.size)
  }
  offer('size', (button) => {
    setSize(button.dataset.size ?? null)
    show()
    try {
      localStorage.setItem(key, button.dataset.size ?? '0')
    } catch {}
  })
  show()
}

const offerSharing = () => {
  offer('print', () => print())
  if (navigator.clipboard)
    offer('copy', async (button) => {
      await navigator.clipboard.writeText(button.dataset.url ?? location.href)
      tell('[data-said-copy]', button.dataset.done ?? '')
    })
  if (navigator.share)
    offer('share', ({ dataset }) => navigator.share({ title: dataset.title, url: dataset.url }).catch(() => {}))
}

/** Pieces so short that no engine breaks off. */
const pieces = (/** @type {string} */ text) => text.match(/[^.!?…;]{1,220}(?:[.!?…;]+|\s|$)|\S{1,220}/gu) ?? []

const offerReading = () => {
  const article = document.querySelector('article.article')
  const [button] = tools('aloud')
  const [stop] = tools('stop')
  if (!article || !button || !stop || !window.speechSynthesis) return
  const speech = window.speechSynthesis
  const language = article.closest('[lang]')?.getAttribute('lang') || 'vi'
  const blocks = [...article.querySelectorAll('h1, .sapo, .prose :is(p, li, h2, h3, h4, td, th)')].filter(
    (block) => !block.querySelector('p, li') && !block.closest('.video, .tools') && block.textContent?.trim(),
  )
  const queue = blocks.flatMap((block) => pieces(block.textContent ?? '').map((text) => ({ block, text: text.trim() })))
  let at = 0
  // A silenced voice must not move on.
  let turn = 0
  let playing = false

  const mark = (/** @type {Element | undefined} */ block) => {
    for (const marked of article.querySelectorAll('[data-reading]')) marked.removeAttribute('data-reading')
    block?.setAttribute('data-reading', '')
    block?.scrollIntoView({
      block: 'nearest',
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    })
  }
  const show = () => {
    const label = button.querySelector('[data-label]')
    const { listen, pause, resume } = button.dataset
    if (label) label.textContent = (playing ? pause : at > 0 ? resume : listen) ?? ''
    stop.hidden = !playing && at === 0
  }
  const end = () => {
    turn++
    speech.cancel()
    playing = false
    at = 0
    mark(undefined)
    // Or focus is lost with the button.
    if (document.activeElement === stop) button.focus()
    show()
  }
  const voice = () => speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(language.slice(0, 2)))
  const speak = () => {
    const next = queue[at]
    if (!next) return end()
    const mine = ++turn
    const words = new SpeechSynthesisUtterance(next.text)
    words.voice = voice() ?? null
    words.lang = words.voice?.lang ?? language
    words.onend = () => {
      if (mine !== turn) return
      at++
      speak()
    }
    words.onerror = () => mine === turn && end()
    if (next.block !== queue[at - 1]?.block || at === 0) mark(next.block)
    speech.speak(words)
  }
  // The list of voices fills after it is first asked for.
  const voicesCome = () =>
    new Promise((come) => {
      if (speech.getVoices().length > 0) return come(undefined)
      speech.addEventListener('voiceschanged', come, { once: true })
      setTimeout(come, 1500)
    })
  speech.getVoices()

  offer('aloud', async () => {
    if (playing) {
      // Pausing is broken on Android: it goes on with the same piece.
      turn++
      speech.cancel()
      playing = false
      return show()
    }
    await voicesCome()
    if (!voice()) return tell('[data-said]', button.dataset.noVoice ?? '')
    tell('[data-said]', '')
    playing = true
    speak()
    show()
  })
  stop.addEventListener('click', end)
  addEventListener('pagehide', () => speech.cancel())
  addEventListener('keydown', ({ key: pressed }) => pressed === 'Escape' && playing && end())
}

// A film of another place: its player comes at a press, nothing of it before.
const offerFilms = () => {
  for (const card of document.querySelectorAll('a[data-frame]')) {
    const action = card.querySelector('.video-action')
    if (action) action.textContent = card.getAttribute('data-frame-action')
  }
  document.addEventListener('click', (event) => {
    const card = event.target instanceof Element ? event.target.closest('a[data-frame]') : null
    if (!(card instanceof HTMLAnchorElement) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const frame = document.createElement('iframe')
    frame.title = card.dataset.frameTitle ?? ''
    frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media'
    frame.src = card.dataset.frame ?? ''
    card.replaceWith(frame)
    frame.focus()
  })
}

const begin = () => {
  offerSizes()
  offerSharing()
  offerReading()
  offerFilms()
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
else begin()
