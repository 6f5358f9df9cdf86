import type { FC } from 'hono/jsx'
import { fill } from '../../web/message.ts'
import { moments } from '../feedback.ts'
import { messages } from '../messages.ts'
import type { ModerationParts } from './moderation-screen.tsx'

/** Pictures that go with a report, and those of the sender from which more can be made. */
export const PhotoList: FC<ModerationParts & { address: string }> = ({ c, moderation, address }) => {
  const { say } = c.var
  const { photos, pictures } = moderation
  return (
    <section class="panel" aria-labelledby="anh-cong-khai">
      <h2 id="anh-cong-khai">{say(messages.photos)}</h2>
      <p class="soft small">{say(messages.photosHint)}</p>
      {photos.length === 0 && <p>{say(messages.noPhotos)}</p>}
      <ul class="feedback-photos">
        {photos.map(({ id, moment, alt, checkedByName }) => (
          <li>
            <img src={`${address}/anh/${id}`} alt={alt} width={160} />
            <div>
              <p>
                <strong>{say(moments[moment])}</strong>: {alt}
              </p>
              <p class="soft small">{fill(say(messages.checkedBy), { name: checkedByName ?? '' })}</p>
              <form method="post" action={`${address}/anh/${id}/bo`}>
                <button type="submit" class="button">
                  {say(messages.removePhoto)}
                  <span class="visually-hidden">{`: ${alt}`}</span>
                </button>
              </form>
            </div>
          </li>
        ))}
      </ul>
      {pictures.length > 0 && <h3>{say(messages.fromSender)}</h3>}
      <p class="row">
        {pictures.map((id, at) => (
          <a class="button" href={`${address}/anh?tep=${id}`}>
            {fill(say(messages.editPicture), { n: at + 1 })}
          </a>
        ))}
        <a class="button" href={`${address}/anh`}>
          {say(messages.uploadPicture)}
        </a>
      </p>
      {pictures.length > 0 && <p class="soft small">{say(messages.lookNote)}</p>}
    </section>
  )
}
