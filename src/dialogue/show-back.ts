import { type Answers, count, type Field, type Flow, fieldAt } from '../flow/index.ts'
import { itemOf, labelOf, nth, shown } from './show.ts'

/**
 * What was read on the way, with the words it came from, so that nobody finds answers they did not give.
 * One item of a list reads as one thing; of several each has its line.
 */
export function shownBack(flow: Flow, answers: Answers, paths: readonly string[]): string {
  const seen = [...new Set(paths)].filter((path) => visible(fieldAt(flow, path)) && answers[path])
  const single = seen.filter((path) => !itemOf(flow, path))
  const items = new Map<string, string[]>()
  for (const path of seen) {
    const item = itemOf(flow, path)
    if (!item) continue
    const key = count(answers, item.list.id) > 1 ? nth(item.list, item.index) : item.list.item
    items.set(key, [...(items.get(key) ?? []), path])
  }
  const alone = single.map((path) => part(flow, answers, path))
  const groups = [...items].map(([name, group]) => ({
    name,
    text: group.map((path) => part(flow, answers, path)).join('；'),
  }))
  if (groups.length === 0) return alone.join('；')
  if (groups.length === 1 && alone.length === 0) return `${groups[0]?.name}——${groups[0]?.text}`
  return [...(alone.length > 0 ? [alone.join('；')] : []), ...groups.map(({ name, text }) => `${name}——${text}`)]
    .map((line) => `\n${line}`)
    .join('')
}

function part(flow: Flow, answers: Answers, path: string): string {
  const field = fieldAt(flow, path)
  const answer = answers[path]
  if (!field || !answer) return ''
  const words = [...shown(field, answer, answers)]
  // A long story is known to who told it: its beginning shows that it was taken down.
  const text = words.length > 80 ? `${words.slice(0, 80).join('')}……（共${words.length}字）` : words.join('')
  return `${itemOf(flow, path) ? field.label : labelOf(flow, path)}：${text}`
}

const visible = (field: Field | undefined): boolean =>
  field !== undefined &&
  field.kind !== 'list' &&
  !field.inner &&
  !(field.kind === 'choice' && field.derive !== undefined)
