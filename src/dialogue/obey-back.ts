import { type Answers, count, fieldAt } from '../flow/index.ts'
import { bringBack, flowOf, openOf, reopen } from './form.ts'
import { itemOf, labelOf, nth, shown } from './show.ts'
import { phrase, say, type Work } from './work.ts'
import { frameOf, write } from './write.ts'

// Ways back: 上一步, 不变, 改回去.

/** 上一步: the answers of the last message are asked again; everything else stays. What was only heard on the way stays too. */
export function undo(work: Work): void {
  const frame = frameOf(work)
  if (frame.gone && Object.values(frame.answers).every((a) => a.turn <= (frame.gone?.turn ?? 0))) {
    restoreItem(work)
    return
  }
  const flow = flowOf(work.bot, frame)
  const open = openOf(work.bot, work.state)
  const asked = Object.entries(frame.answers).filter(([path]) => path !== open?.path && !fieldAt(flow, path)?.silent)
  const last = Math.max(...asked.map(([, a]) => a.turn))
  const paths = asked.flatMap(([path, a]) => (a.turn === last ? [path] : []))
  if (paths.length === 0) {
    say(work, phrase(work, 'nothingToUndo'))
    return
  }
  // An item whose every question is taken back goes with what was heard of it.
  const whole = (path: string) =>
    itemPaths(frame.answers, path).every(
      (p) => paths.includes(p) || (fieldAt(flow, p)?.silent && frame.answers[p]?.turn === last),
    )
  const taken = [
    ...new Set(paths.flatMap((path) => (itemOf(flow, path) && whole(path) ? itemPaths(frame.answers, path) : [path]))),
  ]
  const back = reopen(frame, taken)
  const lost = taken.filter((path) => {
    const item = itemOf(flow, path)
    return (
      item !== undefined && item.index >= count(back.answers, item.list.id) && count(back.answers, item.list.id) > 0
    )
  })
  const reopened = Object.fromEntries(Object.entries(back.reopened).filter(([path]) => !lost.includes(path)))
  work.state = { ...work.state, frame: { ...back, reopened }, misses: 0 }
  for (const name of new Set(
    lost.map((path) => itemOf(flow, path)).map((item) => (item ? nth(item.list, item.index) : '')),
  ))
    say(work, phrase(work, 'removed', { nth: name }))
  // What the form asks only of some would not come again by itself.
  const [first] = taken.filter(
    (path) => !lost.includes(path) && !fieldAt(flow, path)?.silent && !itemGone(path, back.answers),
  )
  const now = openOf(work.bot, work.state)
  if (first !== undefined && now?.path === open?.path)
    work.state = { ...work.state, frame: { ...frameOf(work), wanted: first } }
  work.events.push('undone')
}

/** 还是留着第2条: the item taken out last stands again. */
export function restoreItem(work: Work): void {
  const frame = frameOf(work)
  if (!frame.gone) return
  const list = fieldAt(flowOf(work.bot, frame), frame.gone.list)
  const { index } = frame.gone
  work.state = { ...work.state, frame: bringBack(frame), misses: 0 }
  if (list?.kind === 'list') say(work, phrase(work, 'broughtBack', { nth: nth(list, index) }))
  work.events.push('undone', 'item_restored')
}

const itemGone = (path: string, answers: Answers) => path.includes('[') && itemPaths(answers, path).length === 0

const itemPaths = (answers: Answers, path: string) =>
  Object.keys(answers).filter((p) => p.startsWith(path.slice(0, path.indexOf(']') + 1)))

/** 不变: the answer that had been taken back stands again. */
export function keep(work: Work): void {
  const frame = frameOf(work)
  const open = openOf(work.bot, work.state)
  if (!open) return
  const own = Object.entries(frame.reopened).filter(
    ([path]) => path === open.path || (open.field.kind === 'list' && path.startsWith(`${open.path}[`)),
  )
  if (own.length > 0)
    write(work, Object.fromEntries(own.map(([path, a]) => [path, { ...a, turn: work.state.turn }])), [])
}

/** 改回去: what stood there before the last correction stands again. */
export function restore(work: Work): void {
  const frame = frameOf(work)
  const { changed } = frame
  if (!changed) return
  const flow = flowOf(work.bot, frame)
  const field = fieldAt(flow, changed.path)
  write(work, { [changed.path]: changed.was }, [])
  say(
    work,
    phrase(work, 'restored', {
      label: labelOf(flow, changed.path, frame.answers),
      now: shown(field, changed.was, frame.answers),
    }),
  )
  work.events.push(`slot_corrected:${changed.path}`)
}
