import type { Film } from '../../editions/content.ts'
import { button, element, labelled, openSheet, redrawn } from './element.ts'
import { pickMedia, type PickedMedia } from './media-picker.ts'
import { say } from './words.ts'

/** A file of the film as the sheet holds it: its number, and its name where it was chosen just now. */
interface Part {
  mediaId: number
  name?: string
}

/** A film of the library in a sheet: its file, poster, captions, title and transcript. Nothing is kept before it has a file. */
export function editFilm(siteId: number, film: Film | undefined, done: (film: Film) => void): void {
  openSheet(
    say('film'),
    (sheet, close) => {
      const title = labelled(say('videoTitle'), film?.title ?? '')
      const file = choice(siteId, { kind: 'video', label: say('filmFile') }, film?.film, (picked) => {
        title.input.value ||= picked.name.replace(/\.\w+$/, '')
      })
      const poster = choice(siteId, { kind: 'image', label: say('filmPoster') }, film?.poster ?? undefined)
      const captions = (['vi', 'en'] as const).map((language) => ({
        language,
        ...choice(
          siteId,
          { kind: 'captions', label: say(`filmCaptions_${language}`) },
          film?.captions.find((one) => one.language === language),
        ),
      }))
      const transcript = labelled(say('filmTranscript'), (film?.transcript ?? []).map(({ text }) => text).join('\n'), {
        hint: say('filmTranscriptHint'),
        rows: 8,
      })
      const error = element('p', { class: 'error', role: 'alert' })
      const finish = element('button', { class: 'button button-primary' }, say(film ? 'apply' : 'insert'))
      const form = element('form', { class: 'stack' }, file.place, title.field, poster.place)
      form.append(...captions.map(({ place }) => place), transcript.field, error)
      form.append(element('div', { class: 'row sheet-foot' }, finish, button(say('cancel'), close)))
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        const chosen = file.chosen()
        if (!chosen) {
          error.textContent = say('filmWrong')
          return
        }
        close()
        done({
          film: { mediaId: chosen.mediaId },
          poster: numberOf(poster.chosen()),
          captions: captions.flatMap(({ language, chosen: of }) => {
            const track = of()
            return track ? [{ mediaId: track.mediaId, language }] : []
          }),
          title: title.input.value.trim(),
          transcript: paragraphsIn(transcript.input.value),
        })
      })
      sheet.append(form)
    },
    true,
  )
}

const numberOf = (part: Part | undefined): Film['poster'] => (part ? { mediaId: part.mediaId } : null)

/** One paragraph a line. */
const paragraphsIn = (typed: string): Film['transcript'] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ text }))

/** One file of the library with buttons to choose another and to do without. */
function choice(
  siteId: number,
  of: { kind: 'video' | 'image' | 'captions'; label: string },
  standing: Part | undefined,
  told: (picked: PickedMedia) => void = () => {},
): { place: HTMLElement; chosen: () => Part | undefined } {
  let part = standing
  const place = element('div', { class: 'film-part', role: 'group', 'aria-label': of.label })
  const draw = (): void =>
    redrawn(place, () => {
      const name = part ? (part.name ?? say('filmNumber', { n: part.mediaId })) : say('filmNothing')
      const choose = button(say('filmChoose'), pick, { 'aria-label': `${say('filmChoose')}: ${of.label}` })
      const remove = button(say('remove'), () => set(undefined), { 'aria-label': `${say('remove')}: ${of.label}` })
      const picture =
        part && of.kind === 'image'
          ? [element('img', { src: `/thu-vien/${part.mediaId}/xem/320`, alt: '', class: 'film-poster' })]
          : []
      place.replaceChildren(
        element('strong', {}, of.label),
        ...picture,
        element('span', { class: 'soft' }, name),
        element('span', { class: 'row' }, choose, ...(part && of.kind !== 'video' ? [remove] : [])),
      )
    })
  const set = (next: Part | undefined): void => {
    part = next
    draw()
  }
  const pick = (): void =>
    pickMedia({ siteId, kind: of.kind, many: false }, ([picked]) => {
      if (!picked) return
      set({ mediaId: picked.id, name: picked.length ? `${picked.name} (${picked.length})` : picked.name })
      told(picked)
    })
  draw()
  return { place, chosen: () => part }
}
