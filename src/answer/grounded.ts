import type { Authority } from '../base/index.ts'
import { misplacedActor, strayActor, strayQuote, strayTitle } from './grounded-actors.ts'
import { type Aligned, align, coverage, disorder, type Rarity, statements } from './grounded-align.ts'
import { banned } from './grounded-banned.ts'
import { bearing, forcesIn, otherDegree, overstated, softened } from './grounded-force.ts'
import { sameQuantities, strayQuantity } from './grounded-quantities.ts'
import { denials, silentApart, turned } from './grounded-signs.ts'
import { evened } from './grounded-text.ts'

/** A clause as a sentence is held against it. */
export interface Ground {
  readonly id: string
  /** What it says, and the words of the original where they are held. */
  readonly texts: readonly string[]
  /** Its place as people read it: `第50条第1款第3项`. */
  readonly label: string
  /** Titles of its instrument, without 《》. */
  readonly titles: readonly string[]
  /** `全国`, or where it holds. */
  readonly region: string
  readonly authority: Authority
}

export interface Grounds {
  readonly rarity: Rarity
  /** Names of places, long and short: none may be said that the clauses do not name. */
  readonly places: readonly string[]
}

/** Why a sentence is not shown; a word for tests and figures, never for people. */
export type Doubt = string

/** Fixed on test/answer/grounded-development.jsonl; the held-out half tells what they are worth. */
export const limits = {
  /** Share of a part of the sentence that its statement must speak of. */
  covered: 0.9,
  /** A part of the statement counts as told from here on. */
  told: 0.55,
  /** So much of two phrases in common both ways, and they are meant to be the same. */
  twin: 0.85,
  /** Share of shared words that may stand in another order. */
  disorder: 0.2,
} as const

/**
 * Holds a sentence against the clauses it cites. It errs on one side only: a sentence that is dropped costs nothing, because the
 * clauses' own words are told instead; one that is shown and wrong costs trust.
 *
 * @returns why it must not be shown; absent if each part of it is said by a clause.
 */
export function doubtOf(sentence: string, cited: readonly Ground[], { rarity, places }: Grounds): Doubt | undefined {
  if (cited.length === 0) return 'no cite'
  const texts = cited.flatMap((ground) => ground.texts)
  const around = cited.flatMap(({ label, titles, region }) => [label, ...titles, region])
  const held = evened([...texts, ...around].join('。'))
  const said = evened(sentence)

  const odd = banned(sentence, held)
  if (odd) return odd
  const titles = cited.flatMap((ground) => ground.titles)
  const title = strayTitle(sentence, titles, texts.join('。'))
  if (title !== undefined) return `title ${title}`
  const quote = strayQuote(sentence, [...texts, ...around])
  if (quote !== undefined) return `quote ${quote}`
  const place = places.find((name) => said.includes(name) && !held.includes(name))
  if (place !== undefined) return `place ${place}`
  const strong = overstated(said, held)
  if (strong !== undefined) return `overstated ${strong}`
  if (binds(said) && !cited.some((ground) => mayBind(ground))) return 'authority'

  const plain = withoutNames(said, cited)
  const parts = align(
    plain,
    texts.flatMap((text) => statements(evened(text))),
    rarity,
    limits.covered,
  )
  if (!parts) return 'not covered'
  for (const part of parts) {
    const doubt = doubtOfPart(part, texts.map(evened).join('。'), rarity)
    if (doubt !== undefined) return doubt
  }
  return undefined
}

function doubtOfPart({ said, held }: Aligned, whole: string, rarity: Rarity): Doubt | undefined {
  const figure = strayQuantity(said, [held])
  if (figure !== undefined) return `figure ${figure}`
  const actor = strayActor(said, held, whole)
  if (actor !== undefined) return `actor ${actor}`
  const misplaced = misplacedActor(said, held)
  if (misplaced !== undefined) return `misplaced ${misplaced}`
  const sign = turned(said, held)
  if (sign !== undefined) return `turned ${sign}`
  if (silentApart(said, held)) return 'silence'
  const degree = otherDegree(said, held)
  if (degree !== undefined) return `degree ${degree}`
  const [mine, theirs] = [forcesIn(said), forcesIn(held)]
  for (const force of mine) if (!theirs.has(force)) return `force ${force}`
  for (const piece of held.split(/[，；：]/u)) {
    const share = coverage(piece, said, rarity, Number.POSITIVE_INFINITY)
    if (share >= limits.told) {
      if (forcesIn(piece).has('may') && !mine.has('may')) return 'may left out'
      const weak = softened(said, piece)
      if (weak !== undefined) return `softened ${weak}`
    } else if (conditional(piece)) return `condition ${piece}`
  }
  const twin = said.split(/[，：]/u).find((segment) => {
    const same = twinOf(segment, held, rarity)
    return same !== undefined && differs(segment, same)
  })
  if (twin !== undefined) return `twin ${twin}`
  return disorder(said, held) > limits.disorder ? 'order' : undefined
}

/** The piece of a statement that a segment of the sentence repeats nearly to the letter, denied or not. */
function twinOf(segment: string, held: string, rarity: Rarity): string | undefined {
  const bare = (text: string) => text.replace(/[不没未无非]/gu, '')
  const alike = (one: string, other: string) =>
    coverage(bare(one), bare(other), rarity, Number.POSITIVE_INFINITY) >= limits.twin
  return held.split(/[，；：]/u).find((piece) => alike(segment, piece) && alike(piece, segment))
}

/** What is told nearly to the letter must not differ in the few words that turn it. */
const differs = (segment: string, piece: string) =>
  denials(segment) !== denials(piece) || bearing(segment) !== bearing(piece) || !sameQuantities(segment, piece)

/** A part of a statement on which the rest of it hangs. */
const conditional = (piece: string) =>
  !/^或|[种项]情形(?:之一)?的$/u.test(piece) &&
  (/(?:的|时)$/u.test(piece) || /^(?:如果|只有|除|经|因|并?(?:没有|未)|但是?|除非)/u.test(piece))

/** Says what must or must not be done. */
const binds = (said: string) => {
  const forces = forcesIn(said)
  return forces.has('must') || forces.has('forbidden')
}

/** A report of what somebody said or did never carries a duty by itself. */
const mayBind = ({ authority }: Ground) => authority !== '新闻报道' && authority !== '调研材料'

/** Where it stands and for whom is said beside the matter: 根据《…》第X条的规定，在许昌，…. */
function withoutNames(said: string, cited: readonly Ground[]): string {
  const names = cited.flatMap(({ titles, label, region }) => [
    ...titles.flatMap((title) => [`《${title}》${label}`, `《${title}》`]),
    `在${region}，`,
    ...(label.startsWith('第') ? [`${label}规定，`] : []),
  ])
  return names
    .map(evened)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ''), said)
    .replace(/^(?:按|依据|据)?的?(?:规定)?[，：]/u, '')
}
