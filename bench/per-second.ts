/** How often a second so many workers, each with what it works on, get something done. */
export async function perSecond<On>(
  on: readonly On[],
  seconds: number,
  work: (on: On) => Promise<unknown>,
): Promise<number> {
  let done = 0
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    on.map(async (one) => {
      while (performance.now() < end) {
        await work(one)
        done += 1
      }
    }),
  )
  return (done * 1000) / (performance.now() - began)
}
