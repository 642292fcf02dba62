import { simplify } from '../base/index.ts'

/**
 * One spelling for looking words up, of exactly the length of the text: half width, small letters, simplified characters,
 * Chinese punctuation. A place in it is a place in the text as typed.
 */
export function even(text: string): string {
  const narrow = same(text, (c) => c.normalize('NFKC').toLowerCase())
  const simple = simplify(narrow)
  const whole = simple.length === narrow.length ? simple : same(narrow, simplify)
  // 1,200 keeps its comma and 9:30 its colon.
  return whole.replace(/(?<!\d)[,:]|[,:](?!\d)|[;?!()]/g, (mark) => MARKS[mark] ?? mark)
}

const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}

/** Character by character, where the whole would not keep its length (㎡, or a dictionary word of another length). */
function same(text: string, change: (character: string) => string): string {
  let out = ''
  for (const c of text) {
    const changed = change(c)
    out += changed.length === c.length ? changed : c
  }
  return out
}
