import { plainText } from '../base/index.ts'
import { type NamedPlace, openPlaces } from './place.ts'

/** Six digits and more, grouped or not: telephones, accounts, files. Years and articles are shorter. */
const numbers = /[0-9０-９](?:[\s\-–—·.．,，]?[0-9０-９]){5,}/gu

/**
 * What of a question may be kept: long numbers masked, and the asker's place no closer than a city, and only where the
 * question does not name one itself.
 */
export function keepable(
  question: string,
  place: string | undefined,
  list: readonly NamedPlace[],
): { readonly question: string; readonly place?: string } {
  const places = openPlaces(list)
  const masked = question.replace(numbers, '●●●●●●')
  const own = place === undefined || places.named(plainText(question)).length > 0
  return { question: masked, ...(own ? {} : { place: places.cityOf(place) }) }
}
