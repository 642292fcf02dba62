/** Most characters of a kept name; what is longer loses its middle. */
const longest = 120

/** The name a file is shown by: no folders, nothing that cannot be seen, nothing that turns the direction of writing. */
export function fileName(given: string, kind: string): string {
  const last = given.split(/[\\/]/u).at(-1) ?? ''
  const plain = [...last.normalize('NFC').replace(/\p{C}/gu, '').trim()]
  if (plain.length === 0 || /^\.+$/.test(plain.join(''))) return `未命名.${kind}`
  return plain.length <= longest ? plain.join('') : `${plain.slice(0, 80).join('')}…${plain.slice(-30).join('')}`
}
