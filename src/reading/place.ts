/** A place people name. `short` is what is kept (`许昌`); `within` is the province or the city above it. */
export interface Place {
  readonly name: string
  readonly short: string
  readonly within?: string
  /** True if the library holds texts of this place's own. */
  readonly held?: true
}

/**
 * The place a sentence names, the most particular one first: 南阳某县 → 南阳. A county stands for the city above it,
 * because the texts are a city's.
 */
export function placeIn(text: string, places: readonly Place[]): Place | undefined {
  let best: { place: Place; at: number; length: number } | undefined
  for (const place of places) {
    for (const word of [place.name, place.short]) {
      if (word.length < 2) continue
      const at = text.indexOf(word)
      if (at < 0) continue
      const better =
        !best ||
        (rank(place, places) !== rank(best.place, places)
          ? rank(place, places) > rank(best.place, places)
          : word.length > best.length)
      if (better) best = { place, at, length: word.length }
    }
  }
  return best ? cityOf(best.place, places) : undefined
}

/** Province 0, city 1, county 2. */
function rank(place: Place, places: readonly Place[]): number {
  const above = place.within === undefined ? undefined : places.find((p) => p.name === place.within)
  return above === undefined ? 0 : 1 + rank(above, places)
}

function cityOf(place: Place, places: readonly Place[]): Place {
  if (rank(place, places) < 2) return place
  return places.find((p) => p.name === place.within) ?? place
}
