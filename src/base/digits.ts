/** Numbers as people copy them: in groups, with anything between, in half or full width. */

/** What people put between digits: spaces of any width, hyphens of any script, dots, commas; never more than three at once. */
export const gap = String.raw`[\s\u200b-\u200d\u2060\ufeff\-‐-―－−_·.．,，、]{1,3}`
const run = new RegExp(`[0-9０-９]+(?:${gap}[0-9０-９]+)*`, 'g')

/** Digits, always ASCII, and where they stand in the text. */
export interface Place {
  readonly digits: string
  readonly from: number
  readonly to: number
}

/** @returns every run of digits of a text with nothing but gaps within, cut into its groups. */
export function runs(text: string): readonly (readonly Place[])[] {
  return [...text.matchAll(run)].map((match) =>
    [...match[0].matchAll(/[0-9０-９]+/g)].map((group) => ({
      digits: group[0].replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
      from: match.index + group.index,
      to: match.index + group.index + group[0].length,
    })),
  )
}

/** @returns the number of `length` digits that begins with group `first` and ends where a group does; absent if there is none. */
export function numberAt(groups: readonly Place[], first: number, length: number): Place | undefined {
  let digits = ''
  for (let next = first; next < groups.length && digits.length < length; next++) {
    digits += groups[next]!.digits
    if (digits.length === length) return { digits, from: groups[first]!.from, to: groups[next]!.to }
  }
  return undefined
}

/** The text with each place, in order of `from`, replaced by `stars`; places that overlap become one. */
export function starred(text: string, places: readonly Place[], stars: string): string {
  let out = ''
  let done = 0
  for (const place of places) {
    if (place.from >= done) out += text.slice(done, place.from) + stars
    done = Math.max(done, place.to)
  }
  return out + text.slice(done)
}
