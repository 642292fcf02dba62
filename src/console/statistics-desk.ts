import { Refused } from '../base/index.ts'
import { type Shown, shownAlone, shownOf } from '../intake/index.ts'
import { type CaseIndex, countSight, mayOf, type Seat, type TallyRow, worksCases } from '../runtime/index.ts'
import type { ConsoleOptions } from './options.ts'

/** One count of a breakdown, as it may be shown. */
export interface StatisticsRow {
  readonly label: string
  readonly shown: Shown
  /** `12`, `少于5`, `不显示` */
  readonly says: string
}

export interface Breakdown {
  readonly id: string
  readonly title: string
  /** What is counted, where that is not every case. */
  readonly note?: string
  /** Empty where nothing of it may be shown; `note` then says why. */
  readonly rows: readonly StatisticsRow[]
}

export interface StatisticsView {
  /** ISO day. */
  readonly on: string
  readonly total: StatisticsRow
  readonly breakdowns: readonly Breakdown[]
}

/** Counts of what an officer may see: no content, no names, and no number small enough to point at somebody. */
export interface StatisticsDesk {
  /** @throws Refused `notFound` for a role that neither works cases nor reads the audit. */
  read(seat: Seat): Promise<StatisticsView>
}

export function openStatisticsDesk(options: ConsoleOptions, index: CaseIndex): StatisticsDesk {
  const { store, kinds, now } = options

  return {
    async read(seat) {
      const { officer } = seat
      const may = mayOf(officer, await store.officers.list())
      if (!worksCases(officer) && !may.audit) throw new Refused('notFound')
      const on = now().slice(0, 10)
      const tally = await store.cases.seenBy(countSight(officer, may)).tally(on)
      await store.audit.append([{ who: `officer:${officer.id}`, what: 'statistics.viewed' }], now())
      const total = sum(tally)
      const all = { label: '全部', shown: shownAlone([total])[0] ?? 0 }
      const said = { on, total: { ...all, says: words(all.shown) } }
      // With fewer than five in all there is nothing to be divided.
      if (typeof all.shown !== 'number') return { ...said, breakdowns: [] }
      return {
        ...said,
        breakdowns: [
          ...byKindAndState(tally, kinds),
          byClock(tally),
          byMonth(tally, on),
          ...(worksCases(officer) && seat.unlocked ? await bySealed(seat, total) : []),
        ],
      }
    },
  }

  /** What lies sealed is counted from the index, which opens only what this officer has the key for. */
  async function bySealed(seat: Seat, total: number): Promise<readonly Breakdown[]> {
    const entries = await index.entries(seat)
    const left = total - entries.length
    const area = { id: 'area', title: '按地区' }
    if (left > 0) return [{ ...area, note: '还有办件正在读入，读完以后显示。', rows: [] }]
    const counts = new Map<string, number>()
    for (const { area: named } of entries) counts.set(named ?? noArea, (counts.get(named ?? noArea) ?? 0) + 1)
    // By name and not by size: the order itself must not tell.
    const names = [...counts.keys()].sort(
      (a, b) => Number(a === noArea) - Number(b === noArea) || a.localeCompare(b, 'zh'),
    )
    return [
      breakdown(
        area,
        names.map((name) => [name, counts.get(name) ?? 0]),
      ),
    ]
  }
}

const noArea = '没有写明'

/** Kinds, and the states of each kind whose own count is shown: what is hidden above must not add up below. */
function byKindAndState(tally: readonly TallyRow[], kinds: ConsoleOptions['kinds']): readonly Breakdown[] {
  const present = kinds.filter(({ id }) => tally.some(({ kind }) => kind === id))
  const kind = breakdown(
    { id: 'kind', title: '按类别' },
    present.map(({ id, title }) => [title, sum(tally.filter((row) => row.kind === id))]),
  )
  const states = present.flatMap(({ id, title, states: named }, n) => {
    if (typeof kind.rows[n]?.shown !== 'number') return []
    const own = tally.filter((row) => row.kind === id)
    const counts = named.map((state) => [state.id, sum(own.filter((row) => row.state === state.id))] as const)
    return [
      breakdown(
        { id: `state-${id}`, title: `${title}：按状态` },
        counts.filter(([, count]) => count > 0),
      ),
    ]
  })
  return [kind, ...states]
}

/** Only cases a clock runs for; how many that are is said nowhere, so no count follows from the others. */
function byClock(tally: readonly TallyRow[]): Breakdown {
  const clocks = [
    ['running', '按期'],
    ['overdue', '逾期'],
    ['paused', '暂停'],
  ] as const
  const shown = shownAlone(clocks.map(([clock]) => sum(tally.filter((row) => row.clock === clock))))
  return {
    ...{ id: 'clock', title: '按时限', note: '只数有时限在走、还没有办结的件。' },
    rows: clocks.map(([, label], n) => rowOf(label, shown[n] ?? 0)),
  }
}

/** The last twelve months, the newest first, and what came before them. */
function byMonth(tally: readonly TallyRow[], on: string): Breakdown {
  const [year = 0, month = 1] = on.split('-').map(Number)
  const months = Array.from({ length: 12 }, (_, n) => {
    const at = year * 12 + month - 1 - n
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
  const before = sum(tally.filter((row) => !months.includes(row.month)))
  const counts = months.map((name) => [name, sum(tally.filter((row) => row.month === name))] as const)
  return breakdown({ id: 'month', title: '按收到的月份' }, [
    ...counts,
    ...(before > 0 ? [['更早', before] as const] : []),
  ])
}

function breakdown(
  named: Pick<Breakdown, 'id' | 'title'>,
  counts: readonly (readonly [label: string, count: number])[],
): Breakdown {
  const shown = shownOf(counts.map(([, count]) => count))
  if (!shown) return { ...named, note: '件数太少，分开列会看得出是哪一件，所以不分列。', rows: [] }
  return { ...named, rows: counts.map(([label], n) => rowOf(label, shown[n] ?? 0)) }
}

const rowOf = (label: string, shown: Shown): StatisticsRow => ({ label, shown, says: words(shown) })
const words = (shown: Shown): string => (shown === 'few' ? '少于5' : shown === 'withheld' ? '不显示' : String(shown))
const sum = (rows: readonly TallyRow[]): number => rows.reduce((all, { count }) => all + count, 0)
