// Opens a map when its reader asks for it: marks of a list, or a point to be chosen. Nothing is loaded before. The list and the typed
// coordinates beside it say the same without it.
for (const frame of document.querySelectorAll('[data-map]')) {
  const button = frame.querySelector('[data-open-map]')
  button.hidden = false
  for (const part of frame.querySelectorAll('[data-scripted]')) part.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      await load(frame.dataset)
      button.hidden = true
      open(frame)
    } catch {
      button.disabled = false
      say(frame, wordsOf(frame).failed)
    }
  })
}

const home = [21.0285, 105.8542]

function wordsOf(frame) {
  return JSON.parse(frame.dataset.words)
}

function say(frame, words) {
  frame.querySelector('[data-map-says]').textContent = words
}

let loading
function load({ script, style }) {
  loading ??= Promise.all([asset('link', { rel: 'stylesheet', href: style }), asset('script', { src: script })])
  loading.catch(() => (loading = undefined))
  return loading
}

function asset(name, attributes) {
  return new Promise((resolve, reject) => {
    const made = document.createElement(name)
    Object.assign(made, attributes)
    made.addEventListener('load', resolve)
    made.addEventListener('error', reject)
    document.head.append(made)
  })
}

function open(frame) {
  const { L } = globalThis
  const words = wordsOf(frame)
  const room = frame.querySelector('[data-map-room]')
  room.hidden = false
  room.setAttribute('role', 'group')
  room.setAttribute('aria-label', words.label)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const options = {
    zoomControl: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    // Whoever scrolls the page over it goes on scrolling.
    scrollWheelZoom: false,
    attributionControl: true,
  }
  const map = L.map(room, options).setView(home, 12)
  map.attributionControl.setPrefix(false)
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  L.control.scale({ imperial: false }).addTo(map)
  north(L, words.north).addTo(map)
  const { tiles, attribution } = frame.dataset
  if (tiles) L.tileLayer(tiles, { attribution: plain(attribution), maxZoom: 19 }).addTo(map)
  else {
    grid(L).addTo(map)
    map.attributionControl.addAttribution(plain(words.noTiles))
    say(frame, words.noTiles)
  }
  if (frame.dataset.map === 'show') showPoints(L, map, frame, words)
  else pickPoint(L, map, frame, words)
  room.focus()
}

/** A text as it may stand in markup: Leaflet sets attributions as HTML. */
function plain(text) {
  const made = document.createElement('span')
  made.textContent = text
  return made.innerHTML
}

function north(L, word) {
  const control = L.control({ position: 'topright' })
  control.onAdd = () => {
    const made = L.DomUtil.create('div', 'map-north')
    made.textContent = `↑ ${word}`
    return made
  }
  return control
}

/** Lines of latitude and longitude with their degrees, where there is no picture below. */
function grid(L) {
  const Grid = L.GridLayer.extend({
    createTile(at) {
      const made = L.DomUtil.create('div', 'map-grid')
      const corner = this._map.unproject(at.scaleBy(this.getTileSize()), at.z)
      made.textContent = `${corner.lat.toFixed(4)}, ${corner.lng.toFixed(4)}`
      return made
    },
  })
  return new Grid({ maxZoom: 19 })
}

async function showPoints(L, map, frame, words) {
  try {
    const answer = await fetch(frame.dataset.points)
    if (!answer.ok) throw new Error(String(answer.status))
    const { features } = await answer.json()
    const marks = features.map(({ geometry, properties }) => {
      const [longitude, latitude] = geometry.coordinates
      const kind = properties.late ? 'late' : properties.state
      const icon = L.divIcon({ className: `map-mark map-mark-${kind}`, iconSize: [24, 24] })
      const link = document.createElement('a')
      link.href = properties.href
      link.textContent = properties.title
      const box = document.createElement('div')
      const state = document.createElement('p')
      state.textContent = properties.label
      box.append(link, state)
      return L.marker([latitude, longitude], {
        icon,
        title: properties.title,
        alt: `${properties.title}, ${properties.label}`,
      })
        .bindPopup(box)
        .addTo(map)
    })
    if (marks.length > 0) map.fitBounds(L.featureGroup(marks).getBounds().pad(0.2), { maxZoom: 16 })
  } catch {
    say(frame, words.failed)
  }
}

/** The point is the middle of the map: arrow keys and dragging move the map below it, Enter or a press takes it. */
function pickPoint(L, map, frame, words) {
  const fields = [frame.dataset.latitude, frame.dataset.longitude].map((id) => document.getElementById(id))
  const typed = fields.map(({ value }) => Number(value.replace(',', '.')))
  const has = fields.every(({ value }) => value !== '') && typed.every(Number.isFinite)
  if (has) map.setView(typed, 17)
  const cross = document.createElement('span')
  cross.className = 'map-cross'
  cross.setAttribute('aria-hidden', 'true')
  map.getContainer().append(cross)
  const take = () => {
    const { lat, lng } = map.getCenter()
    fields[0].value = lat.toFixed(6)
    fields[1].value = lng.toFixed(6)
    setPrecision(frame, 'point')
    say(frame, `${words.taken} ${lat.toFixed(5)}, ${lng.toFixed(5)}`)
  }
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'form-other'
  button.textContent = words.take
  button.addEventListener('click', take)
  frame.querySelector('[data-map-room]').after(button)
  map.getContainer().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== map.getContainer()) return
    // The form is not sent by it.
    event.preventDefault()
    take()
  })
  for (const field of fields)
    field.addEventListener('change', () => {
      const now = fields.map(({ value }) => Number(value.replace(',', '.')))
      if (fields.every(({ value }) => value !== '') && now.every(Number.isFinite)) map.setView(now, 17)
    })
  frame.addEventListener('khue-position', () =>
    map.setView(
      fields.map(({ value }) => Number(value)),
      17,
    ),
  )
}

function setPrecision(frame, how) {
  const field = frame.querySelector('[data-precision]')
  if (field) field.value = how
}

// Where the device is: asked only when the button is pressed, and written into the two fields, from which it can be taken out again.
for (const button of document.querySelectorAll('[data-ask-position]')) {
  if (!('geolocation' in navigator)) continue
  const frame = button.closest('[data-map]')
  button.hidden = false
  button.addEventListener('click', () => {
    const words = wordsOf(frame)
    say(frame, words.asking)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        document.getElementById(frame.dataset.latitude).value = coords.latitude.toFixed(6)
        document.getElementById(frame.dataset.longitude).value = coords.longitude.toFixed(6)
        setPrecision(frame, 'device')
        say(frame, words.positioned.replace('{m}', String(Math.round(coords.accuracy))))
        frame.dispatchEvent(new Event('khue-position'))
      },
      () => say(frame, words.noPosition),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    )
  })
}
