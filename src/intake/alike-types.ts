/** Somebody a report is about, as far as it says; what it leaves open is absent or empty. */
export interface Accused {
  readonly name?: string
  readonly unit?: string
  readonly post?: string
}

/** One thing that is said to have happened. Days are ISO days, both ends included; amounts are yuan. */
export interface ToldFact {
  readonly what: string
  readonly place?: string
  readonly from?: string
  readonly to?: string
  readonly amountMin?: number
  readonly amountMax?: number
}

/** A case as far as it can be compared. Who handed it in is no part of it, so nothing here can look at that. */
export interface Comparable {
  readonly people: readonly Accused[]
  readonly facts: readonly ToldFact[]
  /** The place the form was opened for. */
  readonly area?: string
}

/** What one field of two cases says: `near` is the same thing spelled or measured otherwise. */
export type Agreement = 'same' | 'near' | 'differs' | 'unknown'

export type AlikeField = 'person' | 'unit' | 'post' | 'time' | 'place' | 'amount' | 'what'

/** A field both cases say something about. What one of them leaves open is neither a match nor a difference: it is not listed. */
export interface FieldMatch {
  readonly field: AlikeField
  readonly agreement: Exclude<Agreement, 'unknown'>
}

/** Two facts that tell the same thing, by their places in the two lists, and which of their fields agree. */
export interface FactPair {
  readonly here: number
  readonly there: number
  readonly fields: readonly FieldMatch[]
}

/** What one case has that the other has not. */
export interface Fresh {
  /** Facts without a counterpart, by their place in the list. */
  readonly facts: readonly number[]
  /** People nobody of whom is named in the other. */
  readonly people: readonly number[]
  /** Parts of facts told in both that only this one fills in. */
  readonly details: readonly { readonly fact: number; readonly field: 'time' | 'place' | 'amount' }[]
}

/** How likely two cases are about one matter, and why. Nothing follows from it by itself: an officer decides. */
export interface Alike {
  readonly grade: '很可能' | '可能'
  /** For sorting only, never shown: it is no probability. */
  readonly score: number
  /** Who is most likely one person, by their places in the two lists. */
  readonly who: { readonly here: number; readonly there: number }
  readonly fields: readonly FieldMatch[]
  readonly pairs: readonly FactPair[]
  /** What the case asked about has that the other has not, and the other way round. */
  readonly here: Fresh
  readonly there: Fresh
}
