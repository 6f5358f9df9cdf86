// Answers a challenge of the ALTCHA protocol: counts up until the key derived from nonce and counter begins as asked.

/** @param {string} text */
const bytesOf = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
/** @param {ArrayBuffer} bytes */
const hexOf = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

addEventListener('message', async ({ data: { algorithm, nonce, salt, cost, keyLength, keyPrefix } }) => {
  const start = performance.now()
  const head = bytesOf(nonce)
  const password = new Uint8Array(head.length + 4)
  password.set(head)
  const counting = new DataView(password.buffer)
  const how = { name: 'PBKDF2', salt: bytesOf(salt), iterations: cost, hash: algorithm.replace('PBKDF2/', '') }
  for (let counter = 0; counter < 100_000; counter++) {
    counting.setUint32(head.length, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hexOf(await crypto.subtle.deriveBits(how, key, keyLength * 8))
    if (derivedKey.startsWith(keyPrefix)) {
      return postMessage({ counter, derivedKey, time: Math.round(performance.now() - start) })
    }
  }
  postMessage(undefined)
})
