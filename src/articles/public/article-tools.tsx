import type { FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { messages as reportMessages } from '../../error-reports/public-messages.ts'
import { RatingForm } from '../../ratings/public/rating-form.tsx'
import type { RatingSum } from '../../ratings/rating.ts'
import { fill } from '../../web/message.ts'
import { qrCode } from './qr-code.ts'
import { shareLinks } from './share-links.ts'
import { toolMessages as messages } from './tool-messages.ts'

/**
 * What a browser can do with an article: read it aloud, larger letters, print. Buttons are hidden until public/reader.js finds that
 * they work; their room is kept, so that nothing moves.
 */
export const ReadingTools: FC<{ c: DeliveryContext; language: string }> = ({ c, language }) => {
  const { say } = c.var
  return (
    <div class="tools" data-tools>
      <p class="tools-aloud" role="group" aria-label={say(messages.aloud)}>
        <button
          type="button"
          hidden
          data-tool="aloud"
          data-listen={say(messages.listen)}
          data-pause={say(messages.pause)}
          data-resume={say(messages.resume)}
          data-no-voice={say(language === 'en' ? messages.noEnglishVoice : messages.noVietnameseVoice)}
        >
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="M4 9v6h4l5 5V4L8 9zm12.5 3a4 4 0 0 0-2-3.5v7a4 4 0 0 0 2-3.5m-2-8.4v2a6.5 6.5 0 0 1 0 12.8v2a8.5 8.5 0 0 0 0-16.8" />
          </svg>
          <span data-label>{say(messages.listen)}</span>
        </button>
        <button type="button" hidden data-tool="stop">
          {say(messages.stop)}
        </button>
      </p>
      <p class="tools-size" role="group" aria-label={say(messages.textSize)}>
        {([messages.sizeUsual, messages.sizeLarge, messages.sizeLargest] as const).map((label, index) => (
          <button type="button" hidden data-tool="size" data-size={String(index)} aria-pressed="false">
            <span aria-hidden="true">A</span>
            <span class="visually-hidden">{say(label)}</span>
          </button>
        ))}
      </p>
      <button type="button" hidden data-tool="print">
        <span>{say(messages.print)}</span> <span class="tools-more">{say(messages.orPdf)}</span>
      </button>
      <p class="tools-said" role="status" data-said></p>
    </div>
  )
}

interface EndToolsProps {
  c: DeliveryContext
  title: string
  /** Path of the article on this portal. */
  path: string
  sum: RatingSum
}

/** After the last line: share it, tell what is wrong with it, say how good it was. */
export const EndTools: FC<EndToolsProps> = ({ c, title, path, sum }) => {
  const { say, site } = c.var
  const url = `${site.origin}${path}`
  return (
    <div class="article-end">
      <section class="share" aria-labelledby="chia-se">
        <h2 id="chia-se">{say(messages.share)}</h2>
        <ul class="plain">
          {shareLinks(url, title).map(({ name, href }) => (
            <li>
              {href.startsWith('mailto:') ? (
                <a href={href}>{say(messages.byMail)}</a>
              ) : (
                <a href={href} target="_blank" rel="noopener nofollow">
                  {name}
                  <span class="visually-hidden"> {say(messages.newTab)}</span>
                </a>
              )}
            </li>
          ))}
          <li>
            <button type="button" hidden data-tool="copy" data-url={url} data-done={say(messages.copied)}>
              {say(messages.copy)}
            </button>
          </li>
          <li>
            <button type="button" hidden data-tool="share" data-url={url} data-title={title}>
              {say(messages.shareMore)}
            </button>
          </li>
        </ul>
        <p class="tools-said" role="status" data-said-copy></p>
        <details class="share-code">
          <summary>{say(messages.qr)}</summary>
          <p>{say(messages.qrHint)}</p>
          <QrUse label={fill(say(messages.qrOf), { title })} size={qrCode(url).size} />
          <p>
            <a href={`/ma-qr${path}.svg`} download>
              {say(messages.qrFile)}
            </a>
          </p>
        </details>
      </section>
      <p class="report-link">
        <a href={`${c.var.to('/bao-loi')}?bai=${encodeURIComponent(path)}`} rel="nofollow">
          {say(reportMessages.link)}
        </a>
      </p>
      <RatingForm c={c} page={path} sum={sum} />
    </div>
  )
}

const QrUse: FC<{ label: string; size: number }> = ({ label, size }) => (
  <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
    <use href="#ma-qr" />
  </svg>
)

/** What a printed copy says of where it comes from: the address, in letters and as a code. */
export const PrintedAddress: FC<{ c: DeliveryContext; url: string; path: string }> = ({ c, url, path }) => {
  const { size, line } = qrCode(`${c.var.site.origin}${path}`)
  return (
    <div class="printed-address">
      <svg class="qr" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
        <g id="ma-qr">
          <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
          <path stroke="#000" shape-rendering="crispEdges" d={line} />
        </g>
      </svg>
      <p>
        {c.var.say(messages.printedAddress)}: {url}
      </p>
    </div>
  )
}
