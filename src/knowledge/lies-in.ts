import type { Place } from './library.ts'

/** Whether a region is another one or lies in it; the whole country holds only what is the country's own. */
export function liesIn(region: string, outer: string, places: readonly Place[]): boolean {
  if (region === outer) return true
  if (outer === '全国' || region === '全国') return false
  const place = places.find(({ name }) => name === region)
  if (place?.within !== undefined) return liesIn(place.within, outer, places)
  // 长沙市湘江新区 is in no list of places, and says itself where it is.
  const around = places.find(({ name }) => name !== region && region.startsWith(name))
  return around !== undefined && liesIn(around.name, outer, places)
}
