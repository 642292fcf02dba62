import { readNumber } from '../base/index.ts'
import { count } from '../flow/index.ts'
import type { Command } from './commands.ts'
import { byLast, byNewWord, byOldWord, fitting } from './correct-value.ts'
import { AGAIN, firstClause, INTO, N, NO_WORDS, named, type Place, WRONG } from './correction.ts'
import { counted } from './form.ts'
import { itemNamed } from './item-named.ts'
import { story } from './sentence.ts'
import type { Frame } from './types.ts'

/** How people say that something was wrong. */
const ERROR =
  /^(?:不对|错了|不是的|刚才说错了|说错了|我说错了|我写错了|我打错了|写错了|打错了|填错了|搞错了|弄错了|记错了|更正一下|更正|纠正一下|纠正|口误)[\s,，。.!！:：]*/u
/** How people begin; it says nothing of what is corrected. */
const LEAD = /^(?:等等|等一下|哦|啊|唉|哎|不好意思|对不起|麻烦|请|帮我|那个|对了|你好|您好)[\s,，。.!！:：]*/u
const EARLIER = /^(?:刚才|刚刚|前面|上面|之前|先前|我)(?:我)?(?:说|填|写|答|讲|报|选)?(?:的)?(?:那个|那项|那条)?/u

/**
 * Reads a correction of an earlier answer: by ordinal (第二个改成…), by the field's name (把时间改成…), by its old value
 * (不是X，是Y; 把匿名换成实名), by its new one (还是改实名吧), or of the last answer (上一个错了，是南阳). `undefined` if the sentence
 * corrects nothing.
 */
export function readCorrection(place: Place, text: string): Command | undefined {
  if (text.length > 300) return undefined
  const begun = text.replace(LEAD, '').replace(LEAD, '')
  const marked = ERROR.test(begun)
  const t = begun.replace(ERROR, '').replace(LEAD, '').replace(ERROR, '')
  const earlier = EARLIER.test(t) && t.replace(EARLIER, '') !== ''
  const rest = earlier ? t.replace(EARLIER, '') : t
  const found =
    itemNamed(place, rest) ??
    byOrdinal(place, rest, marked || earlier) ??
    byName(place, rest, marked || earlier) ??
    byLast(place, t, marked) ??
    byOldWord(place, rest) ??
    byNewWord(place, rest)
  return found && fitting(place, found)
}

function byOrdinal({ flow, frame, open }: Place, t: string, marked: boolean): Command | undefined {
  const found = new RegExp(
    `^(?:把|将)?第?(${N})(个问题|道题|个|题|问|项|条|步)?(?:的|那个|回答|答案|内容)*[,，\\s]*(?:${WRONG}了?[,，。\\s]*)?(?:我?(?:想|要)?(${INTO})[:：\\s]*(.+)|我?(?:想|要|得)?${AGAIN}(?:一下|吧|了)*)?$`,
  ).exec(t)
  if (!found?.[1] || (!t.includes('第') && !found[2]) || !new RegExp(`${WRONG}|${AGAIN}|${INTO}`).test(t))
    return undefined
  const n = readNumber(found[1])
  const at = n === undefined ? undefined : counted(flow, frame.answers)[n - 1]
  if (n === undefined) return undefined
  // 第二条是假的 tells, while a story is told.
  if ((found[3] === '是' || found[3] === '为') && (!t.includes('第') || (story(open) && !marked))) return undefined
  if (!at) return { type: 'noSuch', n }
  const said = found[4] && !NO_WORDS.test(found[4]) ? firstClause(found[4]) : undefined
  return { type: 'correct', path: at.path, ordinal: n, ...(said ? { said } : {}) }
}

function byName(place: Place, t: string, marked: boolean): Command | undefined {
  const { flow, frame, open } = place
  const wish =
    /^(?:我)?(?:想|要|需要|得)?(?:把|将)?(?:改一下|改下|修改一下|修改|更正|重新填写|重新填|重填|重说|改|换)[:：\s]*(.+)$/.exec(
      t,
    )
  const part = named(flow, wish?.[1] ?? t, () => true, wish !== null, story(open) && !marked)
  if (!part) return undefined
  const path = part.path.includes('[]') ? latest(frame, part.path) : part.path
  if (path === undefined || frame.answers[path] === undefined) return undefined
  return { type: 'correct', path, ...(part.said ? { said: part.said } : {}) }
}

/** The newest item that has the part. */
function latest(frame: Frame, pattern: string): string | undefined {
  const list = pattern.slice(0, pattern.indexOf('['))
  for (let n = count(frame.answers, list) - 1; n >= 0; n--)
    if (frame.answers[pattern.replace('[]', `[${n}]`)]) return pattern.replace('[]', `[${n}]`)
  return undefined
}
