import type { QueueWish } from '../../dialogue/index.ts'
import type { DeskPage, DeskRow } from '../desk-view.ts'
import type { QueueFilter } from '../queue-rows.ts'
import type { ChatParts, Part, Speaking } from './part.ts'

/** As many as a phone shows without scrolling; the rest is at the console. */
const shown = 8

const wishes: Readonly<
  Record<QueueWish, { readonly filter: Partial<QueueFilter>; readonly says: string; readonly none: string }>
> = {
  all: { filter: {}, says: '没办完的件', none: '现在没有要办的件。' },
  mine: { filter: { holder: 'mine' }, says: '您手上的件', none: '您手上现在没有件。说“没人认领的”看看有什么可以领。' },
  free: { filter: { holder: 'free' }, says: '还没有人认领的件', none: '现在没有等着认领的件。' },
  soon: { filter: { due: 'week' }, says: '七天里到期的件', none: '七天里没有到期的件。' },
  today: { filter: { due: 'today' }, says: '今天到期的件', none: '今天没有到期的件。' },
  overdue: { filter: { due: 'overdue' }, says: '已经超期的件', none: '没有超期的件。' },
}

/** The queue, by due day: numbers, kinds, states and working days left. Nothing of what is in a case, nobody's name but a colleague's. */
export async function queuePart({ desk, origin }: ChatParts, speaking: Speaking, which: QueueWish): Promise<Part> {
  const { filter, says, none } = wishes[which]
  const page = await desk.list(speaking.seat, { open: true, limit: shown, ...filter })
  if (page.cases.length === 0) return { text: none, events: ['queue_listed'], talk: { list: [] } }
  const list = page.cases.map(({ number }) => number)
  return { ...listed(page, says, `${origin()}/console`), events: ['queue_listed'], talk: { list } }
}

function listed({ cases, total }: DeskPage, says: string, link: string): Pick<Part, 'text' | 'card' | 'choices'> {
  const title = `${says}：${total} 件，期限近的在前`
  const rows = cases.map((row) => ({ path: row.number, label: row.number, value: inOneLine(row) }))
  const more = total > cases.length ? [`还有 ${total - cases.length} 件，在工作台上看：${link}`] : []
  const free = cases.find(({ holder }) => !holder)
  return {
    // The card stands in the text word for word, so that who sees one does not read it twice.
    text: [
      [title, ...rows.map(({ label, value }, n) => `${n + 1}. ${label}：${value}`)].join('\n'),
      ...more,
      free ? `要办哪件，说“认领 ${free.number}”或者“认领第几件”。` : '说编号或者“第几件”，可以看这件的情况。',
    ].join('\n'),
    card: { title, rows, list: true },
    choices: cases
      .filter(({ holder }) => !holder)
      .slice(0, 3)
      .map(({ number }) => ({ label: `认领 ${number}`, value: `认领 ${number}` })),
  }
}

/** 检举控告 · 待受理 · 还有 9 个工作日（2026-12-04 前）· 没有人认领 */
export function inOneLine({ title, state, due, dueWords, holder, answered }: DeskRow): string {
  const day = due === undefined || dueWords.standing === 'overdue' ? '' : `（${due} 前）`
  const held = holder ? (holder.mine ? '您在办' : `${holder.name}在办`) : '没有人认领'
  return [title, state, `${dueWords.says}${day}`, held, ...(answered ? ['对方有新补充'] : [])].join(' · ')
}
