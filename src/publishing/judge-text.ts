import type { Library } from '../knowledge/index.ts'
import {
  editionOf,
  fingerprint,
  headOf,
  type KnownText,
  matchClauses,
  type OriginalText,
  type Passage,
  passagesOf,
  type Structured,
  sameText,
  structure,
  type TextHead,
} from '../originals/index.ts'
import type { TextSays } from '../runtime/index.ts'
import { guessed, inForce } from './guess.ts'
import { digestOf } from './original-of.ts'

/** A text as it was taken in. */
export interface Come {
  /** As extracted from the file. */
  readonly text: string
  /** What the file says its title is. */
  readonly title?: string
  /** What the officer said, which counts before what the text says of itself. */
  readonly said: TextSays
}

/** What the house holds a new text against. */
export interface Held {
  readonly library: Pick<Library, 'instruments' | 'clauses' | 'places'>
  /** All published editions. */
  readonly known: readonly OriginalText[]
}

/** What is made of a new text before anybody decides. */
export interface Judged extends Placed {
  readonly structured: Structured
  readonly passages: readonly Passage[]
  /** Equal for equal words. */
  readonly fingerprint: string
}

/** Where a text belongs: what it is called, what it follows, what of the digest rests on it. */
export interface Placed {
  readonly says: TextSays
  readonly follows?: { readonly text: string; readonly edition: number }
  /** The words are published already, under this id. */
  readonly same?: string
  readonly carries: OriginalText['carries']
}

/** Takes a text apart and finds its place; what cannot be read stays absent, to be asked for. */
export function judgeText({ text, title, said }: Come, held: Held): Judged {
  // No database keeps a NUL or half a character, and nobody should meet the others on a terminal or a page.
  const sound = text.replace(unseen, '').replace(/\p{Surrogate}/gu, '\ufffd')
  const structured = structure(sound)
  const passages = passagesOf(structured)
  const { title: read = title, ...head } = headOf(sound, held.library.places)
  const own = { ...(read === undefined ? {} : { title: read }), ...head, ...said }
  const says = { ...guessed(sound, own), ...own }
  return {
    structured,
    passages,
    fingerprint: fingerprint(structured.text),
    ...placeText(structured, passages, says, held),
  }
}

/** Control characters but for breaks and tabs, and marks that turn the direction of writing. */
const unseen = /(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Finds the place of a text by what is said of it; done again whenever that changes. */
export function placeText(structured: Structured, passages: readonly Passage[], says: TextSays, held: Held): Placed {
  const { before, same } = followed(structured.text, says, held.known)
  const whole = inForce(before ? { ...inherited(before), ...says } : says)
  return {
    says: whole,
    ...(before ? { follows: { text: before.id, edition: before.edition } } : {}),
    ...(same ? { same: same.id } : {}),
    carries: matchClauses(digestOf(whole, structured.text, held.library), structured, passages),
  }
}

/** The newest edition of the text that this is a new one of, and the edition that has these very words; absent if none. */
export function followed(
  text: string,
  says: TextSays,
  known: readonly OriginalText[],
): { readonly before?: OriginalText; readonly same?: OriginalText } {
  const newest = newestOf(known)
  // Another region's text of the same title is another text.
  const near = newest.filter(({ region }) => says.region === undefined || region === says.region)
  const as = editionOf({ text, head: headIn(says) }, near.map(asKnown))
  const id = says.of === undefined ? as?.id : says.of
  const before = newest.find((each) => each.id === id)
  const same = known.find((each) => sameText(each.text, text))
  return { ...(before ? { before } : {}), ...(same ? { same } : {}) }
}

/** The newest edition of every text. */
export function newestOf(known: readonly OriginalText[]): readonly OriginalText[] {
  const newest = new Map<string, OriginalText>()
  for (const text of known) if (text.edition > (newest.get(text.id)?.edition ?? 0)) newest.set(text.id, text)
  return [...newest.values()]
}

/** What an edition has from the one before unless it says otherwise; its days are always its own. */
function inherited({ title, issuer, region, authority, aliases }: OriginalText): TextSays {
  return { title, issuer, region, authority, ...(aliases ? { aliases } : {}) }
}

function headIn({ title, issuer, region, number, issued, from }: TextSays): TextHead {
  return {
    ...(title === undefined ? {} : { title }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(region === undefined ? {} : { region }),
    ...(number === undefined ? {} : { number }),
    ...(issued === undefined ? {} : { issued }),
    ...(from === undefined || from === '不详' ? {} : { from }),
  }
}

function asKnown({ id, text, title, issuer, region, from }: OriginalText): KnownText {
  return { id, text, head: { title, issuer, region, ...(from === undefined ? {} : { from }) } }
}
