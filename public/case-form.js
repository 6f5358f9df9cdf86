// What a browser adds to forms people send: a proof of work while they type (ALTCHA protocol), similar answered questions,
// a button that copies the tracking code. Every form works without.

/** @param {HTMLFormElement} form */
const prove = (form) => {
  const field = form.elements.namedItem('bang-chung')
  const from = form.dataset.proof
  // Hashing is for secure pages alone; a form without a proof is taken too.
  if (!(field instanceof HTMLInputElement) || field.value || !from || !globalThis.crypto?.subtle) return
  const begin = async () => {
    form.removeEventListener('focusin', begin)
    try {
      const answer = await fetch(from, { headers: { accept: 'application/json' } })
      if (!answer.ok) return
      const challenge = await answer.json()
      const worker = new Worker(new URL('./proof-worker.js', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data }) => {
        if (data) field.value = btoa(JSON.stringify({ challenge, solution: data }))
        worker.terminate()
      })
      worker.postMessage(challenge.parameters)
    } catch {}
  }
  const step = form.elements.namedItem('buoc')
  // Whoever only looks at a form costs nobody anything; at its later steps somebody means it.
  if (step instanceof HTMLInputElement && step.value !== '1') void begin()
  else form.addEventListener('focusin', begin)
}

/** @param {HTMLElement} place */
const showSimilar = (place) => {
  const field = document.getElementById(place.dataset.of ?? '')
  if (!(field instanceof HTMLInputElement)) return
  let timer = 0
  let asked = ''
  const ask = async () => {
    // Numbers and addresses say who somebody is, and nothing of what is asked.
    const words = field.value
      .replaceAll(/\S*[\d@]\S*/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trimStart()
    if (words === asked || words.trim().length < 8) return
    asked = words
    try {
      // In the body: what somebody types has no place in an address.
      const answer = await fetch(place.dataset.similar ?? '', {
        method: 'POST',
        body: new URLSearchParams({ q: words }),
      })
      if (!answer.ok || words !== asked) return
      const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html')
      place.replaceChildren(...drawn.body.childNodes)
    } catch {}
  }
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, 350)
  })
  field.addEventListener('change', ask)
}

/** @param {HTMLButtonElement} button */
const offerCopy = (button) => {
  if (!navigator.clipboard) return
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy ?? '')
    const said = button.parentElement?.querySelector('[data-said-copy]')
    if (said) said.textContent = button.dataset.done ?? ''
  })
}

for (const form of document.querySelectorAll('form')) prove(form)
for (const place of document.querySelectorAll('[data-similar]')) if (place instanceof HTMLElement) showSimilar(place)
for (const button of document.querySelectorAll('button')) if (button.dataset.copy !== undefined) offerCopy(button)
