import { readNumber } from '../base/index.ts'
import { count, fieldAt } from '../flow/index.ts'
import type { Command } from './commands.ts'
import { besides } from './correct-beside.ts'
import { editList } from './correct-list.ts'
import { byName as byNameSpelled } from './correct-name.ts'
import { byLast, byNewWord, byOldWord, byOwnPlace, fitting } from './correct-value.ts'
import { byChanged, byDenial, byOwnWords, byPart, staysAsWas, takenBack, unsure } from './correct-words.ts'
import { AGAIN, firstClause, INTO, N, NO_WORDS, named, type Place, tells, WRONG } from './correction.ts'
import { counted } from './form.ts'
import { itemNamed } from './item-named.ts'
import type { Frame } from './types.ts'

/** How people say that something was wrong. */
const ERROR =
  /^(?:不对|错了|又错了|错啦|哦不|噢不|啊不|不不不?|不是的|(?:刚才|刚刚|我|又|还是|有个地方)*(?:说|写|打|填|搞|弄|记|讲|看|按|选|答|抄|听)(?:错|岔|混|反)[了啦]?|(?:我|又|还是)*(?:更正一下|更正|纠正一下|纠正|口误))(?![\p{Script=Han}]*的)[\s,，。.!！:：]*/u
/** 还是原来的吧, 算了不改了 at the end of a correction. */
const TAKEN_BACK =
  /(?:改|换|更正).{2,60}(?:呃|额|哎|啊|不|算了|等等)*[,，\s]*(?:还是|就)?(?:按|用)?(?:原来的|原来那个|之前的|不改了|不变了?|不用改了)(?:吧|了|就行)*$/u
/** How people begin; it says nothing of what is corrected. */
const LEAD =
  /^(?:等等|等一下|等下|哦对了?|噢对了?|哦|噢|啊|唉|哎呀|哎哟|哎|诶|欸|呀|不好意思|对不起|麻烦|请|帮我|那个|对了|另外|还有就是|你好|您好)[\s,，。.!！:：]*/u
const EARLIER = /^(?:刚才|刚刚|前面|上面|之前|先前|我)(?:我)?(?:说|填|写|答|讲|报|选)?(?:的)?(?:那个|那项|那条)?/u

/**
 * Reads a correction of an earlier answer: by ordinal (第二个改成…), by the field's name (把时间改成…), by its old value
 * (不是X，是Y; 把匿名换成实名), by its new one (还是改实名吧), or of the last answer (上一个错了，是南阳). `undefined` if the sentence
 * corrects nothing.
 */
export function readCorrection(place: Place, text: string): Command | undefined {
  if (text.length > 300) return undefined
  // 改成没有影响 呃不 还是原来的吧: taken back in the same breath.
  if (TAKEN_BACK.test(text)) return { type: 'unchanged' }
  if (staysAsWas(place, text)) return { type: 'keep' }
  return besides(place, text, (t) => oneCorrection(place, t))
}

/** One correction that is the whole of the words. */
function oneCorrection(place: Place, text: string): Command | undefined {
  let t = text
  let marked = false
  for (let n = 0; n < 5; n++) {
    const wrong = t.replace(ERROR, '')
    const rest = wrong === t ? t.replace(LEAD, '') : wrong
    if (rest === t || rest === '') break
    marked ||= wrong !== t
    t = rest
  }
  const earlier = EARLIER.test(t) && t.replace(EARLIER, '') !== ''
  const rest = earlier ? t.replace(EARLIER, '') : t
  const found =
    takenBack(place, text) ??
    itemNamed(place, t) ??
    (earlier ? itemNamed(place, rest) : undefined) ??
    byOrdinal(place, rest, marked || earlier) ??
    byOwnPlace(place, t, marked || /^.{0,4}(?:弄|搞|说|填|写|讲)错了/.test(t)) ??
    editList(place, rest) ??
    byPart(place, rest) ??
    byNameSpelled(place, marked && t === text ? text : rest) ??
    byName(place, rest, marked || earlier) ??
    byChanged(place, t, marked) ??
    byLast(place, t, marked) ??
    byOldWord(place, rest) ??
    byDenial(place, rest) ??
    byOwnWords(place, rest, earlier) ??
    byNewWord(place, rest) ??
    unsure(place, t)
  return found && fitting(place, found)
}

function byOrdinal({ flow, frame, open }: Place, t: string, marked: boolean): Command | undefined {
  const found = new RegExp(
    `^(?:把|将)?第?(${N})(个问题|道题|个|题|问|项|条|步)?(?:的|那个|回答|答案|内容)*[,，\\s]*(?:${WRONG}了?[,，。\\s]*)?(?:我?(?:想|要)?(${INTO}|(?:改|换)(?:一下|下)[,，\\s]+)[:：\\s]*(.+)|我?(?:想|要|得)?${AGAIN}(?:一下|吧|了)*)?$`,
  ).exec(t)
  if (!found?.[1] || (!t.includes('第') && !found[2]) || !new RegExp(`${WRONG}|${AGAIN}|${INTO}`).test(t))
    return undefined
  const n = readNumber(found[1])
  const at = n === undefined ? undefined : counted(flow, frame.answers)[n - 1]
  if (n === undefined) return undefined
  // 第二条是假的 tells, while a story is told.
  if ((found[3] === '是' || found[3] === '为') && (!t.includes('第') || (tells(open) && !marked))) return undefined
  if (!at) return { type: 'noSuch', n }
  const said = found[4] && !NO_WORDS.test(found[4]) ? firstClause(found[4]) : undefined
  return { type: 'correct', path: at.path, ordinal: n, ...(said ? { said } : {}) }
}

/** 补一下：, 改成: said of a field by its name. */
const ADDS = /补一下|补充|补上|加上|写上|填上|改成|改为|[:：]/

function byName(place: Place, t: string, marked: boolean): Command | undefined {
  const { frame, open } = place
  const wish =
    /^(?:我)?(?:想|要|需要|得)?(?:把|将)?(?:改一下|改下|修改一下|修改|更正|重新填写|重新填|重填|重说|改|换)[:：\s]*(.+)$/.exec(
      t,
    )
  const part =
    named(place, wish?.[1] ?? t, () => true, wish !== null, tells(open) && !marked) ?? ofItem(place, wish?.[1] ?? t)
  if (!part) return undefined
  const path = part.path.includes('[]') ? latest(frame, part.path) : part.path
  if (path === undefined) return undefined
  // A question that is not answered yet is answered by its name too, if new words are given for it: 措施补一下：…
  if (frame.answers[path] === undefined && (part.said === undefined || !ADDS.test(t) || path === open?.path))
    return undefined
  // Several things may stand behind the name of a list of them.
  const several = part.said !== undefined && fieldAt(place.flow, path)?.kind === 'texts'
  const said = several ? t.slice(t.indexOf(part.said ?? '')) : part.said
  return { type: 'correct', path, ...(said ? { said } : {}) }
}

/** 支书的单位写错了，应该是…: a part of the item that somebody is called by. */
function ofItem(place: Place, t: string): { path: string; said?: string } | undefined {
  const [, who = '', rest = ''] = /^(?:把|将)?(.{1,8}?)的(.{2,60})$/u.exec(t) ?? []
  if (who.length < 2) return undefined
  const hit = Object.entries(place.frame.answers).find(
    ([path, a]) =>
      path.includes('].') &&
      a.is === 'given' &&
      typeof a.value === 'string' &&
      a.value.length <= 8 &&
      a.value.includes(who),
  )
  const item = hit && /^(.+)\[(\d+)\]/.exec(hit[0])
  const part = item && named(place, rest, (path) => path.startsWith(`${item[1]}[].`), false, tells(place.open))
  return part ? { ...part, path: part.path.replace('[]', `[${item?.[2]}]`) } : undefined
}

/** The newest item that has the part. */
function latest(frame: Frame, pattern: string): string | undefined {
  // The one corrected just now is still spoken of.
  const now = frame.changed?.path
  if (now?.replace(/\[\d+\]/, '[]') === pattern && frame.answers[now]) return now
  const list = pattern.slice(0, pattern.indexOf('['))
  for (let n = count(frame.answers, list) - 1; n >= 0; n--)
    if (frame.answers[pattern.replace('[]', `[${n}]`)]) return pattern.replace('[]', `[${n}]`)
  return undefined
}
