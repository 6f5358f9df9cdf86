/** The name in a Host header in small letters, without its port; undefined when it is none. */
export function hostOf(header: string | undefined): string | undefined {
  const host = header
    ?.toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
  return host && /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host) ? host : undefined
}

const mostRemembered = 1000

/** hostOf() for one request after the other: the few ways a host is written are remembered. */
export function hostReader(): (header: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (header) => {
    const before = known.get(header)
    if (before !== undefined) return before
    const host = hostOf(header)
    if (known.size >= mostRemembered) known.clear()
    if (header.length <= 300) known.set(header, host)
    return host
  }
}
