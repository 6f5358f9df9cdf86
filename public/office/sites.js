// Redraws the sample of a theme while one chooses; the server draws it too, so nothing depends on this script.
const sample = document.querySelector('[data-theme-sample]')
const form = sample?.closest('form')

const channels = (color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
const luminance = (color) => {
  const [r, g, b] = channels(color)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const mix = (color, other, share) => {
  const to = channels(other)
  return `#${channels(color)
    .map((value, i) =>
      Math.round(value * (1 - share) + to[i] * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

const draw = () => {
  const theme = form.querySelector('[name=theme]:checked')
  const own =
    form.elements.ownAccent.checked && /^#[0-9a-f]{6}$/i.test(form.elements.accent.value)
      ? form.elements.accent.value.toLowerCase()
      : undefined
  const accent = own ?? theme?.dataset.accent
  if (!accent) return
  sample.style.setProperty('--sample-accent', accent)
  sample.style.setProperty('--sample-strong', own ? mix(own, '#000000', 0.25) : theme.dataset.strong)
  sample.style.setProperty('--sample-soft', own ? mix(own, '#ffffff', 0.92) : theme.dataset.soft)
  const ratio = 1.05 / (luminance(accent) + 0.05)
  const cut = (Math.floor(ratio * 100) / 100).toFixed(2).replace('.', ',')
  sample.querySelector('.sites-sample-ratio').textContent =
    sample.dataset.measured.replace('{ratio}', cut) + (ratio < 4.5 ? ` – ${sample.dataset.tooLow}` : '')
}

if (form && !form.querySelector('fieldset[disabled]')) {
  const accent = form.elements.accent
  const picker = Object.assign(document.createElement('input'), {
    type: 'color',
    className: 'sites-picker',
    value: /^#[0-9a-f]{6}$/i.test(accent.value) ? accent.value : '#0b6b52',
  })
  picker.setAttribute('aria-label', accent.labels[0].textContent)
  accent.after(picker)
  picker.addEventListener('input', () => {
    accent.value = picker.value
    form.elements.ownAccent.checked = true
    draw()
  })
  form.addEventListener('input', draw)
}
