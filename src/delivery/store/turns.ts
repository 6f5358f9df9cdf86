/** There are too many waiting already. */
export class TooManyWaiting extends Error {}

/**
 * Lets a few works run at once; the others wait, each portal in a queue of its own, and the portals take turns. So a crawler that
 * walks the archive of one portal delays the readers of that one.
 */
export interface Turns {
  /** @throws TooManyWaiting at once when the portal's queue is full. */
  take<T>(siteId: number, work: () => Promise<T>): Promise<T>
}

export function createTurns(atOnce: number, mostWaiting: number): Turns {
  const queues = new Map<number, (() => void)[]>()
  let running = 0
  const next = (): void => {
    running--
    // The portal served goes to the end of the row: a Map keeps the order in which keys were set.
    for (const [siteId, queue] of queues) {
      queues.delete(siteId)
      const start = queue.shift()
      if (queue.length > 0) queues.set(siteId, queue)
      if (start) return start()
    }
  }
  const wait = (siteId: number): Promise<void> | undefined => {
    if (running < atOnce) {
      running++
      return undefined
    }
    const queue = queues.get(siteId) ?? []
    if (queue.length >= mostWaiting) throw new TooManyWaiting()
    queues.set(siteId, queue)
    return new Promise((resolve) => {
      queue.push(() => {
        running++
        resolve()
      })
    })
  }
  return {
    async take(siteId, work) {
      await wait(siteId)
      try {
        return await work()
      } finally {
        next()
      }
    },
  }
}
