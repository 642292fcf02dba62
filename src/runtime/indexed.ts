/** Somebody a case is about, as the person named them. `name` is empty where only unit or post is known. */
export interface IndexedPerson {
  readonly name: string
  readonly unit?: string
  readonly post?: string
}

/** One thing a case reports. Days are ISO days, both ends included; amounts are yuan. */
export interface IndexedFact {
  readonly what: string
  readonly place?: string
  readonly from?: string
  readonly to?: string
  readonly amountMin?: number
  readonly amountMax?: number
}

/** What searching and comparing need of a case; never who reported. */
export interface IndexedCase {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly unit: string
  /** When it was handed in, to the second. */
  readonly at: string
  readonly area?: string
  readonly people: readonly IndexedPerson[]
  readonly facts: readonly IndexedFact[]
  /** Everything said in it, one line for each place in the form, spelled as `plainText` spells; at most 32,000 characters. */
  readonly text: string
  /** What each line of `text` is: `事情 1 · 经过`. */
  readonly labels: readonly string[]
  /** How many messages it had when it was read. */
  readonly lines: number
}
