// Draws the areas of a picture that are to be made unreadable, and writes them into the fields below it. The fields alone are sent: what
// is typed there moves the areas, so nothing depends on this script.
const form = document.querySelector('[data-blur]')
const stage = form?.querySelector('[data-blur-stage]')
const rows = [...(form?.querySelectorAll('[data-blur-row]') ?? [])].map((row) => [...row.querySelectorAll('input')])
const add = form?.querySelector('[data-blur-add]')
const areas = new Map()

const number = (text) => Number(text.trim().replace(',', '.'))
const within = (value, from, to) => Math.min(to, Math.max(from, value))
const written = (value) => String(Math.round(value * 100) / 100)
const valuesOf = (inputs) => {
  const values = inputs.map(({ value }) => (value.trim() === '' ? Number.NaN : number(value)))
  return values.every(Number.isFinite) ? values : undefined
}

function write(inputs, [left, top, width, height]) {
  const [w, h] = [within(width, 1, 100), within(height, 1, 100)]
  const values = [within(left, 0, 100 - w), within(top, 0, 100 - h), w, h]
  inputs.forEach((input, at) => (input.value = written(values[at])))
  draw(inputs)
}

const isEmpty = (inputs) => inputs.every(({ value }) => value.trim() === '')
const rowOf = (inputs) => inputs[0].closest('[data-blur-row]')

function draw(inputs) {
  const values = valuesOf(inputs)
  const shown = areas.get(inputs)
  if (!values || !stage.querySelector('img')) {
    shown?.remove()
    areas.delete(inputs)
    return
  }
  const box = shown ?? made(inputs)
  const [left, top, width, height] = values
  Object.assign(box.style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` })
}

function made(inputs) {
  const box = document.createElement('button')
  const n = rows.indexOf(inputs) + 1
  box.type = 'button'
  box.className = 'blur-area'
  box.textContent = String(n)
  box.setAttribute('aria-label', stage.dataset.area.replace('{n}', n))
  box.addEventListener('keydown', (event) => byKey(event, inputs, box))
  box.addEventListener('pointerdown', (event) => byPointer(event, inputs, box))
  areas.set(inputs, box)
  stage.append(box)
  return box
}

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
function byKey(event, inputs, box) {
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault()
    for (const input of inputs) input.value = ''
    draw(inputs)
    rowOf(inputs).hidden = true
    add.focus()
    return
  }
  const step = steps[event.key]
  if (!step) return
  event.preventDefault()
  const [left, top, width, height] = valuesOf(inputs)
  const [x, y] = step
  write(inputs, event.shiftKey ? [left, top, width + x, height + y] : [left + x, top + y, width, height])
  box.focus()
}

/** Within a finger of its lower right corner an area changes its size, elsewhere its place. */
function byPointer(event, inputs, box) {
  const start = valuesOf(inputs)
  const room = stage.getBoundingClientRect()
  const edge = box.getBoundingClientRect()
  const sizes = edge.right - event.clientX < 24 && edge.bottom - event.clientY < 24
  box.setPointerCapture(event.pointerId)
  const move = (now) => {
    const x = ((now.clientX - event.clientX) / room.width) * 100
    const y = ((now.clientY - event.clientY) / room.height) * 100
    const [left, top, width, height] = start
    write(inputs, sizes ? [left, top, width + x, height + y] : [left + x, top + y, width, height])
  }
  const end = () => {
    box.removeEventListener('pointermove', move)
    box.removeEventListener('pointerup', end)
    box.removeEventListener('pointercancel', end)
  }
  box.addEventListener('pointermove', move)
  box.addEventListener('pointerup', end)
  box.addEventListener('pointercancel', end)
}

if (form) {
  add.hidden = false
  add.addEventListener('click', () => {
    const free = rows.find(isEmpty)
    if (!free) return
    rowOf(free).hidden = false
    write(free, [40, 40, 20, 20])
    ;(areas.get(free) ?? free[0]).focus()
  })
  for (const inputs of rows) for (const input of inputs) input.addEventListener('input', () => draw(inputs))
  form.querySelector('[data-blur-file]')?.addEventListener('change', ({ target }) => {
    stage.querySelector('img')?.remove()
    const [file] = target.files
    if (file) {
      const picture = document.createElement('img')
      picture.alt = ''
      picture.src = URL.createObjectURL(file)
      stage.prepend(picture)
    }
    for (const inputs of rows) draw(inputs)
  })
  for (const inputs of rows) {
    draw(inputs)
    // Without script all rows stand open; here one comes with each area.
    rowOf(inputs).hidden = isEmpty(inputs)
  }
}
