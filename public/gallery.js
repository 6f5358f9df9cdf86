// Opens the pictures of a gallery one after the other. Without it each is a link to the large picture.
for (const gallery of document.querySelectorAll('[data-gallery]')) {
  const links = [...gallery.querySelectorAll('a.large')]
  links.forEach((link, at) => {
    link.setAttribute('aria-haspopup', 'dialog')
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(gallery.dataset, links, at)
    })
  })
}

function open(words, links, first) {
  const make = (name, className, ...children) => {
    const made = document.createElement(name)
    made.className = className
    made.append(...children)
    return made
  }
  let at = first
  const picture = make('img', 'viewer-picture')
  const text = make('figcaption', 'viewer-words')
  text.setAttribute('aria-live', 'polite')
  const button = (className, label, act) => {
    const made = make('button', className)
    made.type = 'button'
    made.setAttribute('aria-label', label)
    made.title = label
    made.addEventListener('click', act)
    return made
  }
  const close = button('viewer-close', words.close, () => viewer.close())
  const turns = [
    button('viewer-previous', words.previous, () => show(at - 1)),
    button('viewer-next', words.next, () => show(at + 1)),
  ]
  const viewer = make(
    'dialog',
    'viewer',
    make('figure', 'viewer-figure', picture, text),
    ...(links.length > 1 ? turns : []),
    close,
  )

  function show(wanted) {
    at = (wanted + links.length) % links.length
    const link = links[at]
    const own = link.querySelector('img')
    picture.src = link.href
    picture.alt = own.alt
    picture.width = own.width
    const count = words.gallery.replace('{n}', at + 1).replace('{total}', links.length)
    const said = [...(link.closest('figure').querySelectorAll('figcaption > span:not(.story-number)') ?? [])].map(
      (one) => one.textContent,
    )
    text.replaceChildren(make('strong', '', count), ' ', said.join(' · '))
    viewer.setAttribute('aria-label', count)
    // The next one is fetched while this one is looked at.
    new Image().src = links[(at + 1) % links.length].href
  }
  viewer.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step) show(at + step)
  })
  viewer.addEventListener('click', (event) => event.target === viewer && viewer.close())
  viewer.addEventListener('close', () => {
    viewer.remove()
    links[at].focus()
  })
  document.body.append(viewer)
  show(first)
  viewer.showModal()
  close.focus()
}
