/**
 * True for a text as editors save it: UTF-8, GB 18030, or UTF-16 with its mark; no control characters but line ends, tabs and
 * page feeds.
 */
export function isPlainText(bytes: Uint8Array): boolean {
  const codes = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  return codes.some((code) => {
    try {
      return !/(?![\t\n\f\r])\p{Cc}/u.test(new TextDecoder(code, { fatal: true }).decode(bytes))
    } catch {
      return false
    }
  })
}
