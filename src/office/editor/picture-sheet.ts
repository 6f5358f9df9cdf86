import type { Picture } from '../../editions/content.ts'
import { button, element, labelled, openSheet, redrawn } from './element.ts'
import { pickMedia } from './media-picker.ts'
import { say } from './words.ts'

/** The words of one picture, in a sheet. */
export function editPicture(picture: Picture, done: (picture: Picture) => void): void {
  openSheet(say('picture'), (sheet, close) => {
    const { fields, read } = pictureFields(picture)
    const form = element(
      'form',
      { class: 'stack', method: 'dialog' },
      element('img', { src: `/thu-vien/${picture.mediaId}/xem/640`, alt: picture.alt, class: 'sheet-picture' }),
      ...fields,
      element(
        'div',
        { class: 'row' },
        element('button', { class: 'button button-primary' }, say('apply')),
        button(say('cancel'), close),
      ),
    )
    form.addEventListener('submit', () => done(read()))
    sheet.append(form)
  })
}

/** Fields of a picture's words; `read` gives what stands in them. */
export function pictureFields(
  picture: Picture,
  changed: () => void = () => {},
): { fields: HTMLElement[]; read: () => Picture } {
  const alt = labelled(say('alt'), picture.alt, { hint: say('altHint'), oninput: changed })
  const caption = labelled(say('caption'), picture.caption, { oninput: changed })
  const source = labelled(say('pictureSource'), picture.source, { oninput: changed })
  return {
    fields: [alt.field, caption.field, source.field],
    read: () => ({
      mediaId: picture.mediaId,
      alt: alt.input.value,
      caption: caption.input.value,
      source: source.input.value,
    }),
  }
}

/** The pictures of a gallery in a sheet: their words, their order, more of them. */
export function editGallery(siteId: number, pictures: Picture[], done: (pictures: Picture[]) => void): void {
  let current = [...pictures]
  openSheet(
    say('gallery'),
    (sheet, close) => {
      const place = element('div')
      const draw = (): void =>
        redrawn(place, () =>
          drawPictures(place, current, (next) => {
            current = next
            draw()
          }),
        )
      draw()
      const add = button(say('choosePictures'), () =>
        pickMedia({ siteId, kind: 'image', many: true }, (found) => {
          current = [
            ...current,
            ...found.map(({ id, alt, caption, source }) => ({ mediaId: id, alt, caption, source })),
          ]
          draw()
        }),
      )
      const finish = button(
        say('apply'),
        () => {
          done(current)
          close()
        },
        { class: 'button button-primary' },
      )
      sheet.append(place, element('div', { class: 'row' }, add, finish, button(say('cancel'), close)))
    },
    true,
  )
}

/** A list of pictures with buttons for their words and order. `change` is given the new list. */
export function drawPictures(
  place: HTMLElement,
  pictures: readonly Picture[],
  change: (pictures: Picture[]) => void,
): void {
  place.replaceChildren(
    element(
      'ol',
      { class: 'picture-list' },
      ...pictures.map((picture, at) => {
        const without = pictures.filter((_, other) => other !== at)
        const name = picture.caption || picture.alt || `${say('picture')} ${at + 1}`
        const move = (to: number): void => change([...without.slice(0, to), picture, ...without.slice(to)])
        return element(
          'li',
          {},
          element('img', { src: `/thu-vien/${picture.mediaId}/xem/320`, alt: picture.alt }),
          element(
            'span',
            { class: 'picture-name' },
            name,
            ...(picture.alt ? [] : [' ', element('span', { class: 'tag tag-warn' }, say('altMissing'))]),
          ),
          element(
            'span',
            { class: 'row' },
            button(
              say('edit'),
              () => editPicture(picture, (next) => change(pictures.map((one, other) => (other === at ? next : one)))),
              { class: 'link', 'aria-label': `${say('edit')}: ${name}` },
            ),
            ...(at > 0
              ? [button(say('up'), () => move(at - 1), { class: 'link', 'aria-label': `${say('up')}: ${name}` })]
              : []),
            ...(at < pictures.length - 1
              ? [button(say('down'), () => move(at + 1), { class: 'link', 'aria-label': `${say('down')}: ${name}` })]
              : []),
            button(say('remove'), () => change(without), { class: 'link', 'aria-label': `${say('remove')}: ${name}` }),
          ),
        )
      }),
    ),
  )
}

/** One line of words about a block, in a sheet. */
export function editAttachment(name: string, done: (name: string) => void, label = say('attachmentName')): void {
  openSheet(label, (sheet, close) => {
    const { field, input } = labelled(label, name)
    const form = element(
      'form',
      { class: 'stack', method: 'dialog' },
      field,
      element(
        'div',
        { class: 'row' },
        element('button', { class: 'button button-primary' }, say('apply')),
        button(say('cancel'), close),
      ),
    )
    form.addEventListener('submit', () => done(input.value.trim()))
    sheet.append(form)
  })
}
