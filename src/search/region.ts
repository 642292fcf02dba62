import type { Place } from '../knowledge/index.ts'

/** Where a question plays: the regions whose clauses may be cited, beside 全国. */
export interface Reach {
  /** The places meant, most exact first; empty if the question names none and none was given. */
  readonly places: readonly Place[]
  /** Names of the places, of all above them and of all below them. */
  readonly regions: ReadonlySet<string>
}

/** Finds places in sentences and the regions above and below them. */
export interface Atlas {
  /** Places named in a text (one spelling), longest names first; a place named together with one inside it is left out. */
  named(text: string): readonly Place[]
  /** @param area a place's name or short name; unknown names are kept as a place of their own, so that nothing else is cited for it. */
  reach(area: readonly string[]): Reach
  readonly held: readonly Place[]
}

export function openAtlas(places: readonly Place[]): Atlas {
  const byName = new Map<string, Place>()
  for (const place of [...places].reverse()) {
    byName.set(place.short, place)
    byName.set(place.name, place)
  }
  const below = new Map<string, Place[]>()
  for (const place of places) if (place.within) below.set(place.within, [...(below.get(place.within) ?? []), place])
  const above = (place: Place): Place[] => {
    const next = place.within === undefined ? undefined : byName.get(place.within)
    return next ? [next, ...above(next)] : []
  }
  const inside = (place: Place): Place[] => (below.get(place.name) ?? []).flatMap((p) => [p, ...inside(p)])

  // A county's short name may be an ordinary word (公安县, 和平县), so it counts only where the house holds texts nearby.
  const known = (place: Place) =>
    place.held === true || above(place).some((p) => p.held && above(p).length > 0) || inside(place).some((p) => p.held)
  const spoken = places.flatMap((place) => {
    const county = above(place).length > 1
    return [
      place.name,
      ...(place.short !== place.name && place.short.length > 1 && (!county || known(place)) ? [place.short] : []),
    ].map((word) => ({ word, place }))
  })
  const byFirst = new Map<string, { word: string; place: Place }[]>()
  for (const s of spoken) byFirst.set(s.word.charAt(0), [...(byFirst.get(s.word.charAt(0)) ?? []), s])
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length)

  return {
    held: places.filter((p) => p.held),
    named(text) {
      const found: Place[] = []
      for (let at = 0; at < text.length; at++) {
        const hit = byFirst.get(text.charAt(at))?.find(({ word }) => text.startsWith(word, at))
        if (!hit) continue
        if (!found.includes(hit.place)) found.push(hit.place)
        at += hit.word.length - 1
      }
      return found.filter((place) => !found.some((other) => other !== place && above(other).includes(place)))
    },
    reach(area) {
      const meant = area.map((name) => byName.get(name) ?? { name, short: name })
      const regions = new Set(meant.flatMap((place) => [place, ...above(place), ...inside(place)]).map((p) => p.name))
      return { places: meant, regions }
    },
  }
}
