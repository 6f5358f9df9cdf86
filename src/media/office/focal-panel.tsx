import type { FC } from 'hono/jsx'
import { Field } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Typed } from '../../web/form.ts'
import { officeImageUrl } from '../address.ts'
import { messages } from '../messages.ts'
import type { MediaView } from '../queries.ts'

/** The picture to click is drawn in one size on every screen, so that the place of a click means the same everywhere. */
export const focalWidth = 272

/** Height of the picture to click, in CSS pixels; very tall pictures are drawn narrower than they are. */
export const focalHeight = (media: { width: number | null; height: number | null }): number =>
  Math.min(480, Math.max(24, Math.round((focalWidth * (media.height ?? 1)) / (media.width ?? 1))))

/** Chooses the focal point: by a click on the picture (an image button, which works without script) or by two numbers. */
export const FocalPanel: FC<{ c: OfficeContext; media: MediaView; errors?: Record<string, string>; typed?: Typed }> = ({
  c,
  media,
  errors,
  typed,
}) => {
  const { say } = c.var
  const height = focalHeight(media)
  const [x, y] = [
    typed?.x ?? String(Math.round(media.focalX * 100)),
    typed?.y ?? String(Math.round(media.focalY * 100)),
  ]
  const at = { cx: media.focalX * focalWidth, cy: media.focalY * height }
  return (
    <section class="panel" aria-labelledby="diem-chinh">
      <h2 id="diem-chinh">{say(messages.focal)}</h2>
      <p class="hint">{say(messages.focalHint)}</p>
      <form class="focal-form" method="post" action={`/thu-vien/${media.id}/diem-chinh`} data-focal>
        <input type="hidden" name="revision" value={media.revision} />
        <div class="focal-picture">
          <input
            type="image"
            name="diem"
            src={officeImageUrl(media.id, 640)}
            alt={say(messages.focalPick)}
            width={focalWidth}
            height={height}
          />
          <svg viewBox={`0 0 ${focalWidth} ${height}`} width={focalWidth} height={height} aria-hidden="true">
            <circle class="focal-halo" {...at} r="13" />
            <circle class="focal-ring" {...at} r="13" />
            <circle class="focal-dot" {...at} r="3" />
          </svg>
        </div>
        <div class="stack">
          <Field label={say(messages.focalX)} name="x" type="number" min="0" max="100" value={x} error={errors?.x} />
          <Field label={say(messages.focalY)} name="y" type="number" min="0" max="100" value={y} error={errors?.y} />
          <div class="row">
            <button type="submit" class="button">
              {say(messages.saveFocal)}
            </button>
          </div>
        </div>
      </form>
    </section>
  )
}
