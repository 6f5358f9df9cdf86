import type { FC } from 'hono/jsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import type { RecentFile } from '../queries.ts'
import type { Screen } from './load-screen.ts'
import { messages } from './messages.ts'
import { formId, PanelField, PanelSelect } from './panel-fields.tsx'
import { fields } from './read-article-form.ts'

interface PlainProps {
  c: OfficeContext
  screen: Screen
}

/** The lead picture without script: one of the newest of the library, and its words. Script puts the picker in its place. */
export const LeadFields: FC<PlainProps> = ({
  c,
  screen: {
    data: {
      content: { lead },
    },
    recent,
    edition,
  },
}) => {
  const { say } = c.var
  const options = [
    { value: '', label: say(messages.noPicture) },
    ...(lead && !recent.images.some(({ id }) => id === lead.mediaId)
      ? [{ value: String(lead.mediaId), label: lead.alt || lead.caption || `#${lead.mediaId}` }]
      : []),
    ...recent.images.map((file) => ({ value: String(file.id), label: nameOf(c, file) })),
  ]
  return (
    <div data-widget="lead" class="stack">
      {lead && <img class="lead-thumb" src={`/thu-vien/${lead.mediaId}/xem/640`} alt={lead.alt} />}
      <PanelSelect
        label={say(messages.leadChoice)}
        name={fields.leadMedia}
        value={lead ? String(lead.mediaId) : ''}
        options={options}
      />
      {lead && (
        <>
          <PanelField label={say(messages.leadAlt)} name={fields.leadAlt} value={lead.alt} />
          <PanelField label={say(messages.leadCaption)} name={fields.leadCaption} value={lead.caption} />
          <PanelField label={say(messages.leadSource)} name={fields.leadSource} value={lead.source} />
        </>
      )}
      <p class="soft small">
        <a href={`/thu-vien?cong=${edition.siteId}`}>{say(messages.toLibrary)}</a>
      </p>
    </div>
  )
}

/** The gallery without script: what stands in it and the newest pictures, to be ticked. */
export const GalleryTicks: FC<PlainProps> = ({
  c,
  screen: {
    data: { content },
    recent,
  },
}) => (
  <Ticks
    c={c}
    name={fields.gallery}
    shown={fields.galleryShown}
    legend={c.var.say(messages.gallery)}
    empty={c.var.say(messages.noPictures)}
    standing={content.gallery.map(({ mediaId, alt, caption }) => ({
      id: mediaId,
      name: caption || `#${mediaId}`,
      alt,
    }))}
    recent={recent.images}
    describe={(file) => nameOf(c, file)}
  />
)

/** The attachments without script: the same with documents. */
export const AttachmentTicks: FC<PlainProps> = ({
  c,
  screen: {
    data: { content },
    recent,
  },
}) => (
  <Ticks
    c={c}
    name={fields.attachments}
    shown={fields.attachmentsShown}
    legend={c.var.say(messages.attachments)}
    empty={c.var.say(messages.noDocuments)}
    standing={content.attachments.map(({ mediaId, name }) => ({ id: mediaId, name, alt: '' }))}
    recent={recent.documents}
    describe={({ name }) => name}
  />
)

interface TicksProps {
  c: OfficeContext
  name: string
  /** Tells that the boxes were on the form: unticked ones are not sent. */
  shown: string
  legend: string
  empty: string
  standing: readonly RecentFile[]
  recent: readonly RecentFile[]
  describe: (file: RecentFile) => string
}

const Ticks: FC<TicksProps> = ({ c, name, shown, legend, empty, standing, recent, describe }) => {
  const others = recent.filter(({ id }) => !standing.some((file) => file.id === id))
  const box = (file: RecentFile, checked: boolean) => (
    <label>
      <input type="checkbox" name={name} value={file.id} form={formId} checked={checked} />{' '}
      <span>{describe(file)}</span>
    </label>
  )
  return (
    <fieldset class="choices">
      <legend class="visually-hidden">{legend}</legend>
      <input type="hidden" name={shown} value="1" form={formId} />
      {standing.map((file) => box(file, true))}
      {others.map((file) => box(file, false))}
      {standing.length + others.length === 0 && <p class="soft small">{empty}</p>}
      <p class="soft small">{c.var.say(messages.recentOnly)}</p>
    </fieldset>
  )
}

/** A picture by what is seen in it; one nobody described yet by its file, and that it lacks words. */
const nameOf = (c: OfficeContext, { name, alt }: RecentFile): string =>
  alt ? `${alt} (${name})` : fill(c.var.say(messages.withoutAlt), { name })
