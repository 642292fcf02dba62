import type { Door } from '../dialogue/index.ts'
import type { Library } from '../knowledge/index.ts'

/** Asks the program to do something or to tell what it must not, though a clause says what comes of it: never an example of what passes. */
const asksForTheDeed = /帮我|教我|替我|给我编|想造|编[个一]|伪造个|整治|闭嘴|统一说法|打听到|透露|查查是谁/u

/**
 * The doors with what the library answers as examples of what passes them. The same array for the same ways of asking, whatever
 * originals come and go: what is learned of them is kept by it.
 */
export function doorsFor(doors: readonly Door[], { asks }: Pick<Library, 'asks'>): readonly Door[] {
  const known = kept.get(asks)
  if (known?.of === doors) return known.made
  const passes = asks
    .flatMap((block) => (block.cites.length > 0 ? block.asks : []))
    .filter((a) => !asksForTheDeed.test(a))
  const made = doors.map((door, n) => (n === 0 ? { ...door, passes } : door))
  kept.set(asks, { of: doors, made })
  return made
}

const kept = new WeakMap<Library['asks'], { readonly of: readonly Door[]; readonly made: readonly Door[] }>()
