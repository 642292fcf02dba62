import { traditional } from '../base/index.ts'
import type { Choice, ReviewCard, Say } from './types.ts'

/** The reply in the characters the person writes. Cites keep the characters of their text, and so do the person's own words. */
export function inScript(said: Say, script: 'traditional' | undefined): Say {
  if (script === undefined) return said
  return {
    ...said,
    text: outsideQuotes(said.text),
    ...(said.choices ? { choices: said.choices.map(choice) } : {}),
    ...(said.card ? { card: card(said.card) } : {}),
  }
}

/** What is quoted of an original stays verbatim; its mark follows it at once. */
const outsideQuotes = (text: string) =>
  text
    .split(/(「[\s\S]*?」(?=〔\d))/u)
    .map((part, n) => (n % 2 === 1 ? part : traditional(part)))
    .join('')

/** What a button sends stays as it is: it is understood in either script. */
const choice = ({ label, value }: Choice): Choice => ({ label: traditional(label), value })

const card = ({ title, rows }: ReviewCard): ReviewCard => ({
  title: traditional(title),
  rows: rows.map((row) => ({ ...row, label: traditional(row.label) })),
})
