/** Words with a negating character that negate nothing, or are names of a matter by themselves. */
const whole =
  /不仅|不但|不断|不同|不良|不论|不管|不久|不服|不实(?=举报|信访|材料|信息|检举)|不当(?=问责|容错|行为)|不正当|不担当|不作为|不足|不力|不佳|不规范|不可抗力|不得?超过|不少于|不低于|不高于|不多于|不满(?=\d)|未满(?=\d)|无论|无心|无意|未来|未成年|非常|非法|非公有|是否|能否|可否|否则|无期/gu
/** What the sources leave open is said by the statement as a whole, wherever the words for it stand. */
const gap = /没有(?:写明?|核到|检到|提到|列出|规定|说明?)|没有(?=内容|原文|条文)|未(?:持有|载明|写明)|不在手/gu
const prohibits = /不得|不准|不许|严禁|禁止|不予|不能|不可|无权|不应|不要/u
const negates =
  /不得不|不得|不准|不许|严禁|禁止|不予|不能|不可|不应|不要|没有|无权|不是|并非|不再|不|未|无|没|非|勿|免予|免于|拒绝/gu
/** Where what is negated ends. 的 ends it, too, but for a prohibition, whose object may be long. */
const ends = /[，,。；;：:]|但|而|才|也|就|并(?!非)|只/u

/**
 * What is denied in an evened text: for each character whether a negation reaches it. Two negations in a row cancel each other.
 * @param fronted leave open what stands before a prohibition: its object may stand there (材料严禁转给) or behind it (严禁把材料转给).
 */
export function denied(text: string, fronted = false): readonly (boolean | undefined)[] {
  const masked = [whole, gap].reduce((rest, words) => rest.replace(words, (word) => '\u0001'.repeat(word.length)), text)
  const out: (boolean | undefined)[] = Array.from({ length: text.length }, () => false)
  for (const found of masked.matchAll(negates)) {
    const [word] = found
    if (word === '不得不') continue
    const from = found.index + word.length
    const rest = masked.slice(from, from + 16)
    const end = rest.search(ends)
    const of = prohibits.test(word) ? -1 : rest.indexOf('的')
    const stop = Math.min(...[end, of, rest.length].filter((n) => n >= 0))
    for (let n = from; n < from + stop; n++) out[n] = !(out[n] ?? false)
    if (fronted && prohibits.test(word))
      for (let n = found.index - 1; n >= 0 && text[n] !== '；'; n--) out[n] = out[n] || undefined
  }
  return out
}

/**
 * @returns the first pair of characters that one text denies and the other affirms, wherever both have it; absent if they agree.
 */
export function turned(said: string, held: string): string | undefined {
  const [mine, theirs] = [pairs(said, true), pairs(held, false)]
  for (const [pair, signs] of mine) {
    const there = theirs.get(pair)
    if (there && ![...signs].some((sign) => there.has(sign))) return pair
  }
  return undefined
}

/** How often a text denies, words that are negative by themselves (不服, 不力) among them. */
export function denials(text: string): number {
  return text.match(/不|没|无|未|非|勿|免(?=予|于|责)|拒|禁/gu)?.length ?? 0
}

/** True if one of the two says that something is not written and the other does not. */
export function silentApart(said: string, held: string): boolean {
  return said.search(gap) >= 0 !== held.search(gap) >= 0
}

function pairs(text: string, fronted: boolean): ReadonlyMap<string, ReadonlySet<boolean>> {
  const signs = denied(text, fronted)
  const out = new Map<string, Set<boolean>>()
  for (let n = 0; n + 1 < text.length; n++) {
    const pair = text.slice(n, n + 2)
    if (!/^\p{Script=Han}{2}$/u.test(pair) || /[不没未无非禁勿]/u.test(pair)) continue
    const sign = signs[n]
    if (sign === undefined) continue
    const known = out.get(pair) ?? new Set()
    known.add(sign && signs[n + 1] === true)
    out.set(pair, known)
  }
  return out
}
