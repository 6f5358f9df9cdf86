import type { MiddlewareHandler } from 'hono'

const closedVoid = /<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b((?:[^<>"]|"[^"]*")*?)\s*\/>/g

/** HTML as it is written by hand: `<br>` for the `<br/>` of our renderer, which means nothing in HTML and counts as a remark with its checkers. */
export const plainVoids = (html: string): string => html.replaceAll(closedVoid, '<$1$2>')

/** Writes the void elements of every page plainly. */
export const plainVoidElements: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
  c.res = new Response(plainVoids(await c.res.text()), c.res)
}
