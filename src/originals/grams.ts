import { evenText, simplify } from '../base/index.ts'

/**
 * What two texts are compared by: characters and pairs of neighbours, figures and Latin words whole; one spelling, script
 * and width, marks and blanks left out. Each once.
 */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const [run] of simplify(evenText(text)).matchAll(/\p{Script=Han}+|[a-z]+|\d+(?:\.\d+)?/gu)) {
    if (!han.test(run)) {
      grams.add(run)
      continue
    }
    let before = ''
    for (const character of run) {
      grams.add(character)
      if (before) grams.add(before + character)
      before = character
    }
  }
  return grams
}

/** Rarity of grams among texts: the logarithm of how many texts there are for each that has it. */
export function rarity(texts: readonly ReadonlySet<string>[]): (gram: string) => number {
  const count = new Map<string, number>()
  for (const grams of texts) for (const gram of grams) count.set(gram, (count.get(gram) ?? 0) + 1)
  return (gram) => Math.log(1 + (texts.length + 1) / ((count.get(gram) ?? 0) + 0.5))
}

const han = /\p{Script=Han}/u
