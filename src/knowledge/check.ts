import type { Place } from './library.ts'
import type { Shelf } from './read.ts'
import { supersededNumbers } from './superseded.ts'
import type { ClauseEntry, Instrument } from './types.ts'

/** Holds the files against each other. @returns every fault at once, each naming file and word; empty when all is sound. */
export function check(shelf: Shelf): readonly string[] {
  const faults: string[] = []
  const homes = new Map<string, string>()
  const clauses = new Map<string, { entry: ClauseEntry; instrument: Instrument }>()
  const places = new Map(shelf.places.map((place) => [place.name, place]))
  const once = (ids: Map<string, string>, id: string, file: string) => {
    const before = ids.get(id)
    if (before !== undefined) faults.push(`${file}: 编号 ${id} 用了两次，另一处在 ${before}`)
    else ids.set(id, file)
  }

  const titles = new Map<string, string>()
  for (const { file, instrument } of shelf.instruments) {
    once(titles, instrument.id, file)
    for (const list of instrument.lists ?? []) once(homes, list.id, file)
    for (const entry of instrument.clauses) {
      once(homes, entry.id, file)
      clauses.set(entry.id, { entry, instrument })
    }
  }
  const resolve = (file: string, at: string, id: string) => {
    if (clauses.get(id)?.entry.answerable === false)
      faults.push(`${file}: ${at} 引用的 ${id} 只作内部记录，不能用来答复`)
    else if (!clauses.has(id) && !shelf.leftOut.has(id)) faults.push(`${file}: ${at} 引用的 ${id} 不存在`)
  }

  for (const { file, instrument } of shelf.instruments) {
    region(file, instrument.id, instrument.region)
    for (const entry of instrument.clauses) {
      region(file, entry.id, entry.region, instrument.region)
      for (const relation of entry.relations ?? []) resolve(file, entry.id, relation.to)
    }
    for (const list of instrument.lists ?? []) for (const item of list.items) resolve(file, list.id, item)
  }
  const guides = new Map<string, string>()
  for (const { file, guide } of shelf.guides) {
    once(guides, guide.id, file)
    region(file, guide.id, guide.region)
    if (guide.sentences.length === 0) faults.push(`${file}: ${guide.id} 没有一句正文`)
    for (const { cites } of guide.sentences) for (const id of cites) resolve(file, guide.id, id)
  }
  const asked = new Map<string, string>()
  for (const { file, asks } of shelf.asks) {
    for (const id of asks.cites) resolve(file, asks.asks[0] ?? '', id)
    for (const ask of asks.asks) {
      if (asked.has(ask)) faults.push(`${file}: 问法「${ask}」用了两次，另一处在 ${asked.get(ask)}`)
      asked.set(ask, file)
    }
  }
  if (shelf.calendar.coveredFrom > shelf.calendar.coveredUntil)
    faults.push('calendar.yaml: coveredFrom 晚于 coveredUntil')
  return [...faults, ...supersededNumbers(shelf, clauses)]

  function region(file: string, at: string, name: string | undefined, within?: string) {
    if (name === undefined || everywhere.has(name) || places.size === 0) return
    if (!places.has(name)) faults.push(`${file}: ${at} 的地区「${name}」不在 places.yaml 里`)
    else if (within !== undefined && !everywhere.has(within) && !chain(name, places).includes(within))
      faults.push(`${file}: ${at} 的地区「${name}」不在「${within}」之内`)
  }
}

/** Regions that are no place: the whole country, and a source that hides where it is. */
const everywhere = new Set(['全国', '未明'])

function chain(name: string, places: ReadonlyMap<string, Place>): readonly string[] {
  const within = places.get(name)?.within
  return within === undefined ? [name] : [name, ...chain(within, places)]
}
