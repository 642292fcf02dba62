import type { Answer, Period, Scalar, Value, Withheld } from '../flow/index.ts'
import { type Around, nameIn, ownWords, read, readNumberOf } from '../reading/index.ts'
import { spelled } from './spelled.ts'
import { type CommandWord, isCommand } from './words.ts'

/** What new words make of an answer: another value, one of the ways not to answer, or why they cannot be true. */
export type Renewed =
  | { readonly value: Value }
  | { readonly is: Withheld }
  | { readonly impossible: string }
  | undefined

/**
 * Reads new words for a question that was answered before. What they leave out is taken from the old answer: the year
 * (应该是9月), the month (是14号), the year of a document's number (是16号), the given name (木子李).
 */
export function renewed(field: Scalar, said: string, old: Answer | undefined, around: Around): Renewed {
  const withheld = field.kind === 'statement' || ownWords(field, said) ? undefined : withheldBy(said)
  if (withheld) return { is: withheld }
  const was = old?.is === 'given' ? old.value : undefined
  if (field.kind === 'period') return periodAfter(field, said, was, around)
  if (field.kind === 'text' && field.like === 'number') return numberAfter(field, said, was, around)
  if (field.kind === 'name' || (field.kind === 'text' && field.person)) {
    const name = spelled(said, typeof was === 'string' ? was : undefined)
    if (name !== undefined) return { value: name }
    if (field.kind === 'text' && nameIn(said) === undefined && /[说写错改字]/.test(said)) return undefined
  }
  return read(field, said, around)
}

const WITHHELD: readonly (readonly [CommandWord, Withheld])[] = [
  ['later', 'later'],
  ['skip', 'skipped'],
  ['decline', 'declined'],
  ['unknown', 'unknown'],
]

/** 不清楚, 跳过, 不想说, 后面补: the way not to answer that is the whole of the words. */
export function withheldBy(said: string): Withheld | undefined {
  if (/^(?:先|暂时|还是)?(?:后面|以后|回头|过后|晚点|改天)再?(?:补|说|填|写)$/.test(said)) return 'later'
  return WITHHELD.find(([word]) => isCommand(word, said))?.[1]
}

function periodAfter(field: Scalar, said: string, was: Value | undefined, around: Around): Renewed {
  const from = typeof was === 'object' && 'from' in was ? was.from : undefined
  const short = /^(?:那天)?(?:是)?([\d一二三四五六七八九十]{1,3}[号日].{0,4})$/.exec(said)?.[1]
  const dated =
    from === undefined
      ? undefined
      : short !== undefined
        ? `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月${short}`
        : /月/.test(said) && !/年|今|去|前|上|这|本|\d{4}/.test(said)
          ? `${from.slice(0, 4)}年${said}`
          : undefined
  const reading = dated === undefined ? undefined : read(field, dated, around)
  if (reading && 'value' in reading)
    return { value: { ...(reading.value as Period), text: short === undefined ? said : (dated ?? said) } }
  return read(field, said, around)
}

function numberAfter(field: Scalar, said: string, was: Value | undefined, around: Around): Renewed {
  const old = typeof was === 'string' ? /^(.*〔)(\d{4})(〕)(\d+)(.*)$/u.exec(was) : null
  if (old) {
    const [, head, year, close, n, mark] = old
    const only = /^(?:第)?(\d{1,5}|[一二三四五六七八九十百]{1,5})(?:号|期)?$/.exec(said)?.[1]
    const bare = only === undefined ? undefined : readNumberOf(`第${only}号`)?.replace(/\D/g, '')
    if (/^20\d\d年?$/.test(said)) return { value: `${head}${said.slice(0, 4)}${close}${n}${mark}` }
    if (bare) return { value: `${head}${year}${close}${bare}${mark}` }
  }
  return read(field, said, around)
}
