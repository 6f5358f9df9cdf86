/** A place a page can be shared on by a plain link. */
export interface ShareLink {
  name: string
  href: string
}

/**
 * Links that share a page elsewhere, without anybody's script. Facebook documents its sharer. Zalo documents its button alone; the
 * address is the one that button opens, and may change without notice (docs/decisions/0044).
 */
export function shareLinks(url: string, title: string): ShareLink[] {
  return [
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}` },
    { name: 'Zalo', href: `https://button-share.zalo.me/share_external?d=${encodeURIComponent(zaloData(url))}` },
    { name: 'E-mail', href: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}` },
  ]
}

/** Blanks after the value make its base64 end without padding, which not every reader of it takes. */
function zaloData(url: string): string {
  const value = Buffer.from(JSON.stringify({ url }))
  return Buffer.concat([value, Buffer.alloc((3 - (value.length % 3)) % 3, ' ')]).toString('base64')
}
