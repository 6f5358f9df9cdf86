/** How an answer is sent over the wire. */
export type Encoding = 'br' | 'gzip' | 'identity'

const remembered = 200
const longest = 120

/** Chooses by Accept-Encoding. Browsers send few different ones, so the choice is remembered for those. */
export function encodingChooser(): (accepted: string | undefined) => Encoding {
  const known = new Map<string, Encoding>()
  return (accepted) => {
    if (accepted === undefined) return 'identity'
    const before = known.get(accepted)
    if (before) return before
    const chosen = choose(accepted)
    if (known.size < remembered && accepted.length <= longest) known.set(accepted, chosen)
    return chosen
  }
}

/** RFC 9110, 12.5.3: the one wanted most; brotli where both are wanted alike; plain where neither is. */
function choose(accepted: string): Encoding {
  const wanted = new Map<string, number>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const weight = parameters.find((one) => one.startsWith('q='))
    const q = weight === undefined ? 1 : Number(weight.slice(2))
    if (name && q >= 0 && q <= 1) wanted.set(name, q)
  }
  const others = wanted.get('*') ?? 0
  const [br, gzip] = [wanted.get('br') ?? others, wanted.get('gzip') ?? others]
  if (br > 0 && br >= gzip) return 'br'
  return gzip > 0 ? 'gzip' : 'identity'
}
