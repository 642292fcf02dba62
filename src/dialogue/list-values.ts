import type { Scalar } from '../flow/index.ts'
import { type Around, allByWords, read } from '../reading/index.ts'
import type { Place } from './correction.ts'

/** A field whose answer is several things: words written down one by one, or several options. */
export type Several = Extract<Scalar, { kind: 'texts' | 'choice' }>
/** Such a field, and what its answer holds now. */
export interface Target {
  readonly path: string
  readonly field: Several
  readonly held: readonly string[]
}

/** The things held that the words name. */
export function meant(place: Place, { field, held }: Target, words: string): readonly string[] {
  const w = words.replace(/[\s,，。]+/g, '')
  if (field.kind === 'choice') {
    const ids = optionsIn(place, { path: '', field, held }, w)
    return held.filter((v) => ids.includes(v))
  }
  const same = held.filter((v) => v === w)
  const near = held.filter((v) => w.length >= 2 && (v.includes(w) || (v.length >= 2 && w.includes(v))))
  return same.length > 0 ? same : near
}

/** @param one the words are one thing, whatever marks stand in them. */
export function valuesIn(place: Place, target: Target, words: string, one: boolean): readonly string[] {
  const said = words.replace(/(?:吧|了吧|就行|就好|哈|啊|呀)$/u, '').trim()
  if (target.field.kind === 'choice') return optionsIn(place, target, said)
  if (one) return said === '' ? [] : [said]
  const reading = read(target.field, said, place.around)
  return reading && 'value' in reading && Array.isArray(reading.value) ? (reading.value as readonly string[]) : []
}

/** The options of which a word stands in the words. */
export const optionsIn = ({ around }: { around: Around }, { field }: Target, words: string): readonly string[] =>
  field.kind === 'choice' ? allByWords(field, words, around.answers) : []

/** Each once; options in the order they are offered. */
export function inOrder({ field }: Target, values: readonly string[]): readonly string[] {
  const once = [...new Set(values)]
  if (field.kind !== 'choice') return once
  const order = Object.keys(field.options)
  return [...once].sort((a, b) => order.indexOf(a) - order.indexOf(b))
}
