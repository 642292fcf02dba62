/** A place of the house's own list. `within` is the `name` of the place above it; absent for provinces. */
export interface NamedPlace {
  readonly name: string
  readonly short: string
  readonly within?: string
}

/** Finds the places a question names, in one spelling (`plainText`). */
export interface Places {
  /** Names of the places named, counties as the city above them, in the order of the names; empty if none is. */
  named(plain: string): readonly string[]
  /** The text with the words that name a place cut out, a blank for each. */
  without(plain: string): string
  /** The city above a county and every other place itself; an unknown name stays as it is. */
  cityOf(name: string): string
}

/** @param list the house's places, provinces, cities and counties. */
export function openPlaces(list: readonly NamedPlace[]): Places {
  const byName = new Map(list.flatMap((place) => [[place.short, place] as const, [place.name, place] as const]))
  const above = (place: NamedPlace) => (place.within === undefined ? undefined : byName.get(place.within))
  const city = (place: NamedPlace): NamedPlace => {
    const over = above(place)
    return over && above(over) ? over : place
  }
  // One character names nothing: 南县 is 南 for short.
  const words = [...byName].filter(([word]) => word.length > 1).sort(([a], [b]) => b.length - a.length)
  const byFirst = new Map<string, [string, NamedPlace][]>()
  for (const [word, place] of words) {
    const first = word.charAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), [word, place]])
  }

  function* hits(plain: string) {
    for (let at = 0; at < plain.length; at++) {
      const hit = byFirst.get(plain.charAt(at))?.find(([word]) => plain.startsWith(word, at))
      if (!hit) continue
      yield { at, word: hit[0], place: city(hit[1]) }
      at += hit[0].length - 1
    }
  }

  return {
    named(plain) {
      const found = [...new Set([...hits(plain)].map(({ place }) => place))]
      const inner = found.filter((place) => !found.some((other) => above(other) === place))
      return inner.map(({ name }) => name).sort()
    },
    without(plain) {
      let out = ''
      let done = 0
      for (const { at, word } of hits(plain)) {
        out += `${plain.slice(done, at)} `
        done = at + word.length
      }
      return out + plain.slice(done)
    },
    cityOf: (name) => {
      const place = byName.get(name)
      return place ? city(place).name : name
    },
  }
}
