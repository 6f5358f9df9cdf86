import type { FC } from 'hono/jsx'
import { Trap } from '../delivery/components/form-parts.tsx'
import { Page } from '../delivery/components/page.tsx'
import { readPosted } from '../delivery/posted-form.tsx'
import type { DeliveryContext, PublicRoute } from '../delivery/route.ts'
import { fill, type Message } from '../web/message.ts'
import { cleanText } from '../web/vietnamese.ts'
import { messages } from './messages.ts'
import { ratePage } from './rate-page.ts'
import { choices, longestWord, readPage } from './rating.ts'

/** Rating a page: a press, then thanks and room for a word. Nothing here is stored in front, and nothing is indexed. */
export const ratingPublicRoutes: readonly PublicRoute[] = [
  { method: 'POST', path: '/danh-gia', handle: takeRating },
  { method: 'GET', path: '/danh-gia', handle: showThanks },
]

type Chosen = (typeof choices)[number]
const choiceOf = (slug: string | undefined): Chosen | undefined => choices.find((one) => one.slug === slug)

/** Takes a rating, with or without a word, and leads to the thanks: a reload sends nothing twice. */
async function takeRating(c: DeliveryContext): Promise<Response> {
  const posted = await readPosted(c)
  if (posted.refused) return posted.refused
  const { typed } = posted
  const [page, chosen] = [readPage(typed.trang), choiceOf(typed.muc)]
  if (!page || !chosen) return answer(c, 404, messages.unknown, messages.unknownText)
  const words = cleanText(typed['y-kien'] ?? '')
  const writes = typed['y-kien'] !== undefined
  if (writes && words === '') return wordsPage(c, { page, chosen, words, error: c.var.say(messages.wordEmpty) })
  if (words.length > longestWord)
    return wordsPage(c, { page, chosen, words, error: fill(c.var.say(messages.tooLong), { max: longestWord }) })
  if (!typed['bo-trong']) {
    const visitor = await c.var.visitorKey()
    const outcome = await ratePage(c.var.intake, { siteId: c.var.site.id, page, choice: chosen.choice, words, visitor })
    if (outcome === 'unknown') return answer(c, 404, messages.unknown, messages.unknownText)
    if (outcome === 'enough') return answer(c, 429, messages.enough, messages.enoughText)
  }
  const query = new URLSearchParams({ trang: page, muc: chosen.slug, ...(writes && { xong: '1' }) })
  return c.redirect(`${c.var.to('/danh-gia')}?${query}`, 303)
}

/** Thanks after a rating, with room for a word; or after the word. */
async function showThanks(c: DeliveryContext): Promise<Response> {
  const [page, chosen] = [readPage(c.req.query('trang')), choiceOf(c.req.query('muc'))]
  if (!page || !chosen) return c.redirect(c.var.to('/'), 303)
  return wordsPage(c, { page, chosen, words: '', done: c.req.query('xong') === '1' })
}

interface WordsPage {
  page: string
  chosen: Chosen
  words: string
  error?: string
  done?: boolean
}

function wordsPage(c: DeliveryContext, { page, chosen, words, error, done }: WordsPage): Response | Promise<Response> {
  const { say } = c.var
  const title = say(done ? messages.wordThanks : messages.thanks)
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Page c={c} title={title} noindex>
      <div class="wrap words-page">
        <h1>{title}</h1>
        {done ? (
          <p>{say(messages.wordThanksText)}</p>
        ) : (
          <>
            <p>
              {fill(say(messages.youChose), { choice: say(chosen.label) })} {say(messages.secret)}
            </p>
            <WordForm c={c} page={page} chosen={chosen} words={words} error={error} />
          </>
        )}
        <p>
          <a href={page}>{say(messages.back)}</a>
        </p>
      </div>
    </Page>,
    error ? 422 : 200,
  )
}

const WordForm: FC<{ c: DeliveryContext } & Omit<WordsPage, 'done'>> = ({ c, page, chosen, words, error }) => {
  const { say } = c.var
  return (
    <form class="form" method="post" action={c.var.to('/danh-gia')}>
      <input type="hidden" name="trang" value={page} />
      <input type="hidden" name="muc" value={chosen.slug} />
      <Trap c={c} id="bo-trong-y-kien" />
      <div class="form-field">
        <label for="y-kien">{say(messages.tellMore)}</label>
        <p class="form-hint" id="y-kien-hint">
          {say(messages.tellMoreHint)}
        </p>
        {error && (
          <p class="form-error" id="y-kien-error">
            {error}
          </p>
        )}
        <textarea
          id="y-kien"
          name="y-kien"
          rows={4}
          aria-describedby={error ? 'y-kien-hint y-kien-error' : 'y-kien-hint'}
          aria-invalid={error ? 'true' : undefined}
        >
          {words}
        </textarea>
      </div>
      <button type="submit" class="form-send">
        {say(messages.send)}
      </button>
    </form>
  )
}

function answer(c: DeliveryContext, status: 404 | 429, title: Message, text: Message): Response | Promise<Response> {
  const { say } = c.var
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Page c={c} title={say(title)} noindex>
      <div class="wrap words-page">
        <h1>{say(title)}</h1>
        <p>{say(text)}</p>
      </div>
    </Page>,
    status,
  )
}
