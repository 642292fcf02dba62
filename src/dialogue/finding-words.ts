import type { Finding, Mark } from '../flow/index.ts'
import type { Bot } from './types.ts'

export interface Words {
  readonly text: string
  readonly cites?: readonly string[]
  /** Belongs to the line before: no blank line between. */
  readonly tight?: true
}

/**
 * A finding in words: the verdict, what is against first, each condition with the person's own words and its clause.
 * @param before the same rule's finding as it was told last: then only what has changed is told again, and what is against.
 */
export function findingWords(bot: Bot, finding: Finding, before?: Finding): readonly Words[] {
  const lead = bot.phrases[`verdict.${finding.verdict}`]
  const told = new Set((before?.marks ?? []).map((m) => JSON.stringify(m)))
  const marks = [...finding.marks]
    .sort((a, b) => rank(a) - rank(b))
    .filter((m) => m.mark === '不符合' || !told.has(JSON.stringify(m)))
  const notes = finding.notes.filter((n) => !before?.notes.some((old) => old.cite === n.cite && old.says === n.says))
  const open = marks.filter((m) => m.mark !== '由机关认定')
  const theirs = marks.filter((m) => m.mark === '由机关认定')
  const head =
    before && before.verdict === finding.verdict
      ? `初步对照（不是认定）还是：${finding.verdict}。`
      : `初步对照（不是认定）：${finding.verdict}。${typeof lead === 'string' ? lead : ''}`
  return [
    { text: head },
    ...(finding.verdict === '信息不足' && !finding.marks.some((m) => m.mark === '未知')
      ? [{ text: String(bot.phrases['itemOpen'] ?? '') }]
      : []),
    ...open.map((m) => ({ text: line(m), cites: [m.cite], tight: true as const })),
    ...(theirs.length > 0 ? [{ text: '下面这些，一律由有权机关认定，我不判断：' }] : []),
    ...theirs.map((m) => ({ text: `－ ${m.says}${said(m)}`, cites: [m.cite], tight: true as const })),
    ...notes.map((n) => ({ text: n.says, cites: [n.cite] })),
    { text: `最后由${finding.decidedBy}认定。` },
  ]
}

const ORDER = { 不符合: 0, 未知: 1, 符合: 2, 由机关认定: 3 } as const
const SIDE = { negative: 0, positive: 1, look: 2 } as const
const SIGN = { 符合: '✓ 符合', 不符合: '✗ 对不上', 未知: '？ 未知', 由机关认定: '－ 由机关认定' } as const
const AGAINST = { ...SIGN, 符合: '✓ 未见', 不符合: '✗ 对上了不适用的情形' } as const

const rank = (m: Mark) => ORDER[m.mark] * 10 + (m.mark === '不符合' && m.side !== 'negative' ? 5 : 0) + SIDE[m.side]

const line = (m: Mark) => `${(m.side === 'negative' ? AGAINST : SIGN)[m.mark]}：${m.says}${said(m)}`

/** Long words are cut: they stand in full on the form, and a finding must stay readable. */
function said({ said: words }: Mark): string {
  if (!words) return ''
  const all = [...words]
  return `（您说：“${all.length > 60 ? `${all.slice(0, 60).join('')}……` : words}”）`
}
