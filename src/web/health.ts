import type { Env, Hono } from 'hono'

/** Answers of the two health addresses. */
export interface Health {
  /** Undefined when ready; else one sentence that says what is missing. */
  whyNotReady(): Promise<string | undefined>
}

/** GET /healthz: the process lives. GET /readyz: database reached, migrations current; 503 with the reason otherwise. */
export function healthRoutes<E extends Env>(app: Hono<E>, health: Health): void {
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const reason = await health.whyNotReady()
    c.header('Cache-Control', 'no-store')
    return reason ? c.text(reason, 503) : c.text('ready')
  })
}
