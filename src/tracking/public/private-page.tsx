import type { Child } from 'hono/jsx'
import { Page } from '../../delivery/components/page.tsx'
import { forOneReader, type DeliveryContext } from '../../delivery/route.ts'

interface PrivatePage {
  status?: 200 | 404 | 409 | 410 | 422 | 429
  title: string
  /** Address of this page in Vietnamese, for the switch of languages. */
  path: string
  children: Child
}

/** A page for one reader: never stored, never indexed, and no other place learns its address. */
export function privatePage(
  c: DeliveryContext,
  { status = 200, title, path, children }: PrivatePage,
): Response | Promise<Response> {
  neverKeep(c)
  return c.html(
    <Page c={c} title={title} canonical={path} noindex>
      <div class="wrap words-page">
        <h1>{title}</h1>
        {children}
      </div>
    </Page>,
    status,
  )
}

/** Headers of an answer for one reader. */
export function neverKeep(c: DeliveryContext): void {
  forOneReader(c)
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Robots-Tag', 'noindex')
}
