import { isHan, isWord } from '../tokens.ts'

/**
 * Terms by number, in typed arrays only, so that it can be handed to another thread as it is. A character or a pair of them
 * is its own key: two code points. A run of letters or digits has its length and its place in `letters` for a key.
 * Open addressing with linear probing; `slots` holds term + 1, its length is a power of two at least twice the number of terms.
 */
export interface Dictionary {
  readonly slots: Uint32Array
  readonly first: Uint32Array
  readonly second: Uint32Array
  readonly letters: Uint16Array
}

/** A dictionary that still grows. Numbers are given from 0 in order of first sight. */
export interface GrowingDictionary {
  readonly size: () => number
  /** Numbers of the terms of a text (characters, pairs, runs), in order, with repeats, as `tokens` cuts it. */
  add(text: string, emit: (term: number) => void): void
  close(): Dictionary
}

/** Marks the key of a run; no code point is as large. */
const run = 0x8000_0000

export function growDictionary(): GrowingDictionary {
  let slots = new Uint32Array(1 << 12)
  let first = new Uint32Array(1 << 11)
  let second = new Uint32Array(1 << 11)
  let letters = new Uint16Array(1 << 10)
  let count = 0
  let used = 0

  const grow = () => {
    first = longer(first, first.length * 2)
    second = longer(second, second.length * 2)
    slots = new Uint32Array(slots.length * 2)
    const mask = slots.length - 1
    for (let term = 0; term < count; term++) {
      let at = hashOf(first[term] ?? 0, second[term] ?? 0, letters) & mask
      while (slots[at] !== 0) at = (at + 1) & mask
      slots[at] = term + 1
    }
  }
  const put = (at: number, a: number, b: number): number => {
    slots[at] = count + 1
    first[count] = a
    second[count] = b
    count++
    if (count === first.length) grow()
    return count - 1
  }
  const pair = (a: number, b: number): number => {
    const mask = slots.length - 1
    let at = hashPair(a, b) & mask
    for (let found = slots[at] ?? 0; found !== 0; found = slots[at] ?? 0) {
      if (first[found - 1] === a && second[found - 1] === b) return found - 1
      at = (at + 1) & mask
    }
    return put(at, a, b)
  }
  const word = (text: string, from: number, to: number): number => {
    const mask = slots.length - 1
    let at = hashRun(text, from, to) & mask
    for (let found = slots[at] ?? 0; found !== 0; found = slots[at] ?? 0) {
      if (sameRun(first[found - 1] ?? 0, second[found - 1] ?? 0, letters, text, from, to)) return found - 1
      at = (at + 1) & mask
    }
    while (used + to - from > letters.length) letters = longer(letters, letters.length * 2)
    for (let n = from; n < to; n++) letters[used + n - from] = text.charCodeAt(n)
    used += to - from
    return put(at, (run | (to - from)) >>> 0, used - (to - from))
  }

  return {
    size: () => count,
    add: (text, emit) => eachTerm(text, pair, word, emit),
    close: () => ({
      slots,
      first: first.slice(0, count),
      second: second.slice(0, count),
      letters: letters.slice(0, used),
    }),
  }
}

/** Looks terms up; -1 for what the dictionary does not hold. */
export interface Lookup {
  /** Numbers of the terms of a text, in order, with repeats; unknown ones left out. */
  terms(text: string, emit: (term: number) => void): void
  /** Number of one term as `tokens` gives it, or -1. */
  term(term: string): number
}

export function lookUp({ slots, first, second, letters }: Dictionary): Lookup {
  const mask = slots.length - 1
  const pair = (a: number, b: number): number => {
    let at = hashPair(a, b) & mask
    for (let found = slots[at] ?? 0; found !== 0; found = slots[at] ?? 0) {
      if (first[found - 1] === a && second[found - 1] === b) return found - 1
      at = (at + 1) & mask
    }
    return -1
  }
  const word = (text: string, from: number, to: number): number => {
    let at = hashRun(text, from, to) & mask
    for (let found = slots[at] ?? 0; found !== 0; found = slots[at] ?? 0) {
      if (sameRun(first[found - 1] ?? 0, second[found - 1] ?? 0, letters, text, from, to)) return found - 1
      at = (at + 1) & mask
    }
    return -1
  }
  return {
    terms: (text, emit) =>
      eachTerm(text, pair, word, (term) => {
        if (term >= 0) emit(term)
      }),
    term: (term) => {
      const a = term.codePointAt(0) ?? 0
      if (!isHan(a)) return word(term, 0, term.length)
      return pair(a, term.codePointAt(a > 0xffff ? 2 : 1) ?? 0)
    },
  }
}

/** Whether the term is one character: the frequent ones are left out at size. */
export function isSingle({ first, second }: Dictionary, term: number): boolean {
  return second[term] === 0 && (first[term] ?? 0) < run
}

/** Every term as `tokens` gives it, in the order of their numbers. */
export function* termsOf({ first, second, letters }: Dictionary): Generator<string> {
  for (let term = 0; term < first.length; term++) {
    const [a, b] = [first[term] ?? 0, second[term] ?? 0]
    if (a >= run) yield String.fromCharCode(...letters.subarray(b, b + (a - run)))
    else yield b === 0 ? String.fromCodePoint(a) : String.fromCodePoint(a, b)
  }
}

/** Cuts as `tokens` does, without making a string of each term. */
function eachTerm(
  text: string,
  pair: (a: number, b: number) => number,
  word: (text: string, from: number, to: number) => number,
  emit: (term: number) => void,
): void {
  let last = 0
  for (let at = 0; at < text.length; ) {
    let code = text.charCodeAt(at)
    if (code >= 0xd800 && code <= 0xdfff) code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    if (isHan(code)) {
      emit(pair(code, 0))
      if (last !== 0) emit(pair(last, code))
      last = code
      at = next
      continue
    }
    last = 0
    let end = at
    while (end < text.length && isWord(text.charCodeAt(end))) end++
    if (end > at) emit(word(text, at, end))
    at = end > at ? end : next
  }
}

function hashPair(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b + 0x7f4a, 0x85eb_ca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

function hashRun(text: string, from: number, to: number): number {
  let mixed = 0x811c_9dc5
  for (let n = from; n < to; n++) mixed = Math.imul(mixed ^ text.charCodeAt(n), 0x0100_0193)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

function hashOf(a: number, b: number, letters: Uint16Array): number {
  if (a < run) return hashPair(a, b)
  let mixed = 0x811c_9dc5
  for (let n = b; n < b + (a - run); n++) mixed = Math.imul(mixed ^ (letters[n] ?? 0), 0x0100_0193)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

function sameRun(a: number, b: number, letters: Uint16Array, text: string, from: number, to: number): boolean {
  if (a !== (run | (to - from)) >>> 0) return false
  for (let n = from; n < to; n++) if (letters[b + n - from] !== text.charCodeAt(n)) return false
  return true
}

function longer<A extends Uint32Array | Uint16Array>(array: A, length: number): A {
  // The constructor of an array of type A makes an array of type A; TypeScript cannot say so.
  const grown = new (array.constructor as new (length: number) => A)(length)
  grown.set(array)
  return grown
}
