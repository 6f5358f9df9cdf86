import type { Autosave } from './autosave.ts'
import { button, element, must } from './element.ts'
import { say } from './words.ts'

interface Parts {
  editionId: number
  autosave: () => Autosave
  tell: (text: string) => void
}

export interface PreviewPane {
  /** Shows what has just been saved, if the pane is open. */
  saved(): void
}

/** The page as readers will see it, drawn by the public face, beside the text on wide screens and over it on narrow ones. */
export function previewPane(parts: Parts): PreviewPane {
  const form = must<HTMLFormElement>('[data-preview]')
  let url: string | undefined
  let open: { frame: HTMLIFrameElement; dialog: HTMLDialogElement } | undefined
  // A link is made once and used again, so that it can be handed on while one writes.
  const link = async (): Promise<string> => {
    if (url) return url
    const response = await fetch(form.action, { method: 'POST', headers: { accept: 'application/json' } })
    const made = response.ok ? ((await response.json()) as { url?: string }) : {}
    if (!made.url) throw new Error('no link')
    url = made.url
    return url
  }
  const revoke = async (): Promise<void> => {
    const response = await fetch(`/ban-thao/${parts.editionId}/xem-thu/thu-hoi`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    }).catch(() => undefined)
    if (!response?.ok) return parts.tell(say('offline'))
    url = undefined
    open?.dialog.close()
    parts.tell(say('previewRevoked'))
  }
  const show = async (): Promise<void> => {
    await parts.autosave().save()
    const address = await link()
    if (open) return void (open.frame.src = address)
    open = draw(address, revoke)
    const opener = must<HTMLElement>('button', form)
    open.dialog.addEventListener('close', () => {
      open?.dialog.remove()
      open = undefined
      document.querySelector('[data-editor]')?.removeAttribute('data-previewing')
      opener.focus()
    })
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show().catch(() => parts.tell(say('previewFailed')))
  })
  return {
    saved() {
      if (open && url) open.frame.src = url
    },
  }
}

function draw(url: string, revoke: () => Promise<void>): { frame: HTMLIFrameElement; dialog: HTMLDialogElement } {
  const frame = element('iframe', { src: url, title: say('previewFrame') })
  const address = element('input', {
    type: 'text',
    readonly: true,
    'aria-label': say('previewLink'),
    onfocus: () => address.select(),
  })
  address.value = url
  const copy = button(say('previewCopy'), () => {
    const done = (): void => {
      copy.textContent = say('previewCopied')
    }
    if (navigator.clipboard) navigator.clipboard.writeText(url).then(done, () => address.select())
    else address.select()
  })
  const phone = button(
    say('previewPhone'),
    () => {
      const on = phone.getAttribute('aria-pressed') !== 'true'
      phone.setAttribute('aria-pressed', String(on))
      frame.classList.toggle('preview-phone', on)
    },
    { 'aria-pressed': 'false', class: 'button preview-width' },
  )
  const close = button(say('close'), () => dialog.close(), { class: 'button button-primary' })
  const dialog = element(
    'dialog',
    { class: 'preview-pane', 'aria-label': say('preview') },
    element(
      'div',
      { class: 'preview-head' },
      element('h2', {}, say('preview')),
      phone,
      element('a', { class: 'button', href: url, target: '_blank', rel: 'noopener' }, say('previewOpen')),
      close,
    ),
    frame,
    element(
      'div',
      { class: 'preview-foot' },
      address,
      copy,
      button(say('previewRevoke'), () => void revoke(), { class: 'button' }),
    ),
  )
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dialog.close()
  })
  must('.editor-columns').append(dialog)
  must<HTMLElement>('[data-editor]').dataset.previewing = 'yes'
  // Beside the text writing goes on; over it, it waits.
  if (matchMedia('(width >= 68rem)').matches) dialog.show()
  else dialog.showModal()
  close.focus()
  return { frame, dialog }
}
