import type { Scalar } from '../flow/index.ts'
import { ordinal } from './choice.ts'
import { aboutTheForm } from './deed.ts'
import { type Standing, standingOf } from './denial.ts'
import { fillersOff } from './fillers.ts'
import type { Reading } from './reading.ts'
import { DOUBLE_NO, noWords, SOME_YES, unknownWords, yesWords } from './yes-words.ts'

export { noWords, yesWords } from './yes-words.ts'

const HEDGE =
  /吧$|吧[\s,，。]|没听说|没听过|好像|可能|大概|应该|似乎|不一定|说不定|也许|或许|估计|恐怕|怕是|差不多|我猜|貌似|算是|勉强|还在批|没批下来|在办/

type YesNo = Extract<Scalar, { kind: 'yesNo' }>

/** Reads yes or no in all the forms people give it; hedged answers count as unknown where the field asks for certainty. */
export function readYesNo(field: YesNo, said: string): Reading {
  const n = ordinal(said)
  if (n !== undefined)
    return n === 1 ? { value: 'yes' } : n === 2 ? { value: 'no' } : n === 3 ? { is: 'unknown' } : undefined
  const value = yesOrNo(field, said) ?? partly(field, said)
  // Where the field says so, an answer that hedges itself is not taken for a yes or a no.
  if (value === 'unknown') return { is: 'unknown' }
  if (value === undefined || value === 'unsaid') return undefined
  return field.sure && HEDGE.test(said) ? { is: 'unknown' } : { value }
}

/** `unsaid`: words of the answer are there and answer nothing, so that no other way of reading may make something of them. */
type Said = 'yes' | 'no' | 'unknown' | 'unsaid'

function yesOrNo(field: YesNo, whole: string): Said | undefined {
  const said = firstTime(field, afterAll(whole))
  const t = plainAnswer(said)
  const own = byOwnWords(field, said)
  if (own === undefined && unknownWords.test(t)) return 'unknown'
  if (own === 'unsaid' && KNOWS_NOT.test(t)) return 'unknown'
  if (own === 'no' || own === 'unsaid') return own
  if (NOTHING_OF_IT.test(said) && !/^(?:没有?|无)(?:什么|啥)?问题/.test(t))
    return elsewhere(field, t) ? undefined : 'no'
  if (own === 'yes') return 'yes'
  if (aboutTheForm(said) || ASKS.test(t) || /有的.*(?:没有|没)/.test(t)) return undefined
  // 哦对，再加一份: what comes after is what is said. 还没来，来了肯定说: the first only sets the scene.
  const behind = BY_THE_WAY.exec(said.trim())
  if (behind) return yesOrNo(field, said.trim().slice(behind[0].length)) ?? 'unsaid'
  if (SCENE.test(t) || NOT_BUT.test(t) || (hasFirstTime(field) && /^就[一两][回次]/.test(t))) return 'unsaid'
  if (DOUBLE_NO.test(t)) return 'yes'
  // 有没有人…: somebody did.
  if (/有没有人/.test(field.ask) && /^有人(?![说讲问反举])[\p{Script=Han}]{1,8}[了过]$/u.test(t)) return 'yes'
  if (field.aka.some((w) => w.length >= 2 && standingOf(said, w) === 'without')) return 'no'
  // 对，没有: agreement with what is denied. 嗯 没有.
  const agreed =
    /^(?:对|对的|是的|是|嗯+|嗯呐|啊|哎|行|好|恩)[\s,，、]*(?=(?:真|确实|也|都|还|从来|绝对|根本)?[没不无冇])/.exec(t)
  const core = /^可不(?:是|$|嘛)/.test(t) ? '是' : (agreed ? t.slice(agreed[0].length) : t).replace(LEADING, '')
  if (noWords.test(core)) return elsewhere(field, core) ? undefined : 'no'
  const consents = CONSENT.test(core) && !field.yes.includes('好的')
  if (yesWords.test(core)) return consents ? undefined : 'yes'
  // 按理说没有, 向天保证没有: a few words that end in the denial.
  if (
    t.length <= 12 &&
    /[^有说了你](?:没有|没得|木有|冇)(?:[吧啊呀的了呢哈嘞]*)$/u.test(t) &&
    !/也有|不(?:是|能|敢|可能|晓得)|有没有/.test(t)
  )
    return elsewhere(field, t) ? undefined : 'no'
  return SOME_YES.test(t) && t.length <= 24 ? 'yes' : undefined
}

/**
 * What a sentence says of a yes-or-no question by the question's own words, for one that was not being asked: 没走集体研究
 * denies them, and says no.
 */
export function heardYesNo(field: YesNo, said: string): 'yes' | 'no' | undefined {
  const own = byOwnWords(field, firstTime(field, said))
  return own === 'yes' || own === 'no' ? own : undefined
}

/** What the field's own words say where they stand, and the contrary where they are denied; the longest of them decides. */
function byOwnWords(field: YesNo, said: string): Said | undefined {
  const how = (words: readonly string[]) => {
    const all = words.map((w) => ({ w, is: standingOf(said, w) })).filter(({ is }) => is !== undefined)
    // 交 of 别提交 is no word by itself.
    const found = all.filter(({ w, is }) => !all.some((o) => o.w !== w && o.is !== is && o.w.includes(w)))
    const longest = (which: Standing) => Math.max(0, ...found.filter((f) => f.is === which).map((f) => f.w.length))
    return { said: longest('said'), without: longest('without'), other: longest('other'), found }
  }
  const [yes, no] = [how(field.yes), how(field.no)]
  if (no.said > Math.max(yes.said, no.without) || (no.said > 0 && yes.said === 0)) return 'no'
  if (yes.said > 0) {
    // 钱退了，手续没补齐: part of it is done, and which counts is not for us to say.
    return yes.without >= yes.said ? 'unsaid' : 'yes'
  }
  if (yes.without > 0 || yes.other > 0) return 'no'
  if (no.without > 0) return 'yes'
  // 不是第一次 and 不是没上会 leave one thing only; 不是我拍板的 does not say who did.
  const only = no.found.some(({ w, is }) => is === 'other' && (FIRST_TIME.test(w) || /^[没不未无]/.test(w)))
  if (only) return 'yes'
  return no.other > 0 || [...yes.found, ...no.found].some(({ w, is }) => is === 'asked' && w.length > 1)
    ? 'unsaid'
    : undefined
}

const FIRST_TIME = /^(?:第一[次回]|头一?[回次]|首次|初次|初犯)$/
/** 头一遭, 就这一回 and their kin are the first time, for the forms that ask for it. */
const ONCE =
  /头一[遭次回趟]|头[回遭]|第一[遭回趟]|破天荒|(?:就|只|只有|仅|光)(?:出|犯|发生|干|有)?过?(?:此|这么?)一?[次回遭]|仅此一[次回遭]/g
const hasFirstTime = (field: YesNo): boolean => [...field.yes, ...field.no].includes('第一次')
const firstTime = (field: YesNo, said: string): string => (hasFirstTime(field) ? said.replace(ONCE, '第一次') : said)

const KNOWS_NOT = /不(?:知道|清楚|晓得|记得|确定)|没印象|说不[清好]|记不清|拿不准|忘了/

/** 哦对，…; 对了，…: something comes to mind, and nothing is agreed to. */
const BY_THE_WAY =
  /^(?:(?:哦|噢|喔|啊|诶|哎|唉)对(?!对)了?|对了)[\s,，、]+(?=\S)|^(?:哦|噢|喔|啊|诶|哎|唉)?对了(?=(?:再|还|把|那个|第|忘|我|另外|刚才))/u
/** 还没来，来了我都讲: what will be is told, and what is asked is not. */
const SCENE =
  /^(?:现在|目前|到现在|这会儿|暂时|人家)?(?:都|也)?(?:还没有?|没有?人|尚未|没有?(?=来|找|问)).{0,8}[\s,，].{0,6}(?:来了|问了|问我|找了|找我|真来|真问|到时候?|等|要是).{0,4}(?:我|俺|就|肯定|一定|绝对|必须|会)/u
/** 不是孙主任，是周主任 puts a word right and denies nothing that is asked. */
const NOT_BUT = /^不是(?![\s,，的啊呀吧])[^,，。]{2,12}[\s,，]*(?:而)?是(?!的|吧|啊|呀|$)[^,，。]{2,12}$/u

/** 没有，哦不对，有的: the last that was said counts. */
function afterAll(said: string): string {
  const taken = /^.{0,20}?(?:哦不|噢不|啊不|哦?不对|说错了|打错了|等下|等等|不不)[,，。\s]+(?=\S)/u.exec(said)
  return taken && taken[0].length < said.length ? said.slice(taken[0].length) : said
}

/** 嗯那个就是说没有没有没有 → 没有. */
function plainAnswer(said: string): string {
  return fillersOff(said.trim())
    .replace(
      /^(有|没有|没|不|是|对|不是|是的|对的|嗯|好|行|no|yes)(?:[\s,，、]*\1)+(?=$|[^\p{Script=Han}]|[吧啊呀了哈嘛呢的])/iu,
      '$1',
    )
    .replace(/^[\s,，.。…、]+/u, '')
}

/** 有没有啊, 是吗: a question back. */
const ASKS = /[吗么?？]$|(?<!可不是?)嘛$|^(?:是不是|有没有|要不要|能不能|对不对|算不算)/

/** 没有哪条说不让: the no stands first, whatever words come after it. */
const NOTHING_OF_IT = /^(?:并|也|都|还|好像|应该|目前|确实|真的)?(?:没有?|无|冇)(?:什么|啥|哪|任何)/
const LEADING =
  /^(?:按理说?|按说|应该|好像|大概|可能|估计|似乎|肯定|绝对|当然|其实|目前|暂时|现在|我们|我|俺们?|咱们?|他们?|都|也|真的?|确实|反正|基本上|基本|那倒?|倒|这个|这|压根儿?|根本|从来|一点儿?|一次|半点|啥|什么|并|我觉得|我看|说实话|讲真|老实说|天地良心|到现在|还|就|可|的|才|一直|是(?=没)|,|，|\s)+(?=[没有无不是未冇木否])/

/** What is spoken of, so that 没拿钱 is no answer to whether a meeting was held. */
const TOPICS: readonly RegExp[] = [
  /钱|好处|回扣|红包|礼(?!拜)|一分|分文|利益|便宜|兜|得到|吃请|请吃/,
  /开会|上会|研究|请示|集体|班子|纪要|拍板|会议|程序/,
  /受伤|死人|伤人|出事|事故|损失|后果/,
  /规定|禁止|不让|允许|违反|违规|违法|法律|说不/,
  /备案|备过案|备了案|报备/,
  /第一次|头一回|以前|发生|再犯|又犯/,
  /退|改正|整改|补救|补办|补齐|没改|没补/,
  /隐瞒|瞒|如实|没写|写进/,
]

/** 没拿钱 to a question about something else: the denial is of that, and answers nothing here. */
function elsewhere(field: YesNo, t: string): boolean {
  const spoken = TOPICS.filter((topic) => topic.test(t))
  if (spoken.length === 0) return false
  const own = [field.ask, field.label, ...field.aka, ...field.yes, ...field.no].join(' ')
  return spoken.every((topic) => !topic.test(own))
}

/** 都是为了工作，没有; 好处没有，还倒贴了饭钱: the last of several clauses, or the first, may hold the answer by itself. */
function partly(field: YesNo, said: string): Said | undefined {
  const parts = said.split(/[,，、\s]+/)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2) return undefined
  const behind = last.length <= 4 ? yesOrNo(field, last) : undefined
  if (behind !== undefined || !/^[\p{Script=Han}]{1,8}(?:没有|没得|木有|没)[吧啊呀的了呢]*$/u.test(first)) return behind
  return yesOrNo(field, first) === 'no' ? 'no' : undefined
}

/** 好的 consents to what is proposed and says nothing of what was; forms that propose have it among their own words. */
const CONSENT = /^(?:好|行|可以|ok|okay|妥|成|得|中|继续|要(?!得)|愿意|需要|管(?=$|[,，。\s]))/i
