// One call on one screen: suggestions while typing, minutes counted, keys instead of the mouse. Everything works without it.
const form = document.querySelector('form[data-call]')
const list = document.querySelector('[data-suggest]')

if (form && list) {
  const { question, guidance, minutes, entryId } = form.elements
  const used = form.querySelector('[data-used]')
  for (const button of form.querySelectorAll('[data-no-script]')) button.hidden = true

  let begun
  let typedMinutes = minutes.value !== '1'
  minutes.addEventListener('input', () => (typedMinutes = true))
  const count = () => {
    begun ??= Date.now()
    if (!typedMinutes) minutes.value = String(Math.max(1, Math.ceil((Date.now() - begun) / 60_000)))
  }

  let asked = question.value
  let waiting
  let newest = 0
  const ask = async () => {
    if (question.value === asked) return
    asked = question.value
    const mine = ++newest
    const body = new URLSearchParams({ question: asked.slice(0, 500), doan: '1' })
    const answer = await fetch(list.dataset.suggest, { method: 'POST', body })
    if (!answer.ok || mine !== newest) return
    list.innerHTML = await answer.text()
    show()
  }
  const show = () => {
    for (const button of list.querySelectorAll('[data-use]')) button.hidden = false
  }
  const use = (button) => {
    const words = button.dataset.words
    guidance.value = guidance.value.trim() === '' ? words : `${guidance.value.trimEnd()}\n${words}`
    entryId.value = button.dataset.use
    used.textContent = used.dataset.usedWords.replace('{title}', button.dataset.title)
    used.hidden = false
    guidance.focus()
  }
  question.addEventListener('input', () => {
    count()
    clearTimeout(waiting)
    waiting = setTimeout(ask, 250)
  })
  form.addEventListener('submit', count)
  list.addEventListener('click', (event) => {
    const button = event.target.closest('[data-use]')
    if (button) use(button)
  })
  const press = (key) => form.querySelector(`[data-key="${key}"]`).click()
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey && event.key === 'Enter') press('save')
    else if (event.altKey && event.code === 'KeyH') press('case')
    else if (event.altKey && event.code === 'KeyG') press('back')
    else if (event.altKey && /^Digit[1-5]$/.test(event.code)) {
      const button = list.querySelectorAll('[data-use]')[Number(event.code.at(-1)) - 1]
      if (!button) return
      use(button)
    } else return
    event.preventDefault()
  })
  show()
  if (!document.querySelector('[role="alert"]')) form.elements.fieldId.focus()
}
