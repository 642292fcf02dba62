/**
 * How a word stands in a text: `said`; `without`, denied by 没 and its kin (没走集体研究); `other`, denied by 不是, so that
 * something else may be meant; `asked` or left open (有没有上会, 不知道上会没有); undefined if it is not there at all.
 */
export type Standing = 'said' | 'without' | 'other' | 'asked' | undefined

const NOT = '不是说|不是|并不是|并非|不算是?|不属于|不等于|非(?!常|法|要|得|凡|公|典|正|洲)|(?<![并])非(?=是)'
const NONE = [
  '从?没(?:有|得|能|曾)?(?!多久|多长|几天|几个|几年|过多|过几|过两|两天|等多|等几|等太|错|事(?![故先前])|问题|关系|准(?!备|许)|想到|料到|成想|想好|毛病|跑|二话|印象)',
  '[尚并从还]?未曾?(?!来|必|婚|成年|知|免)',
  '(?<!不[得能可]|[差对要]|说|得)不(?!光|仅|但|只|止|单|得不|能不|久|过|管|论|料|愧|外乎|少|知|清楚|晓得|记得|确定|一会|一定|曾想|行|对|错|起|多|然|如|然|巧|容易|方便|满|服|幸|好说|是)',
  '无(?!论|非|奈|所谓|意中|锡|疑|偿)',
  '(?<![分个特区级性告识差判类])别(?!人|的|处|墅|说|看|名|家)',
  '[冇甭莫]|木有',
  '别说|甭说|别提(?!交)|没等|省略了?|略去|绕过|绕开|避开|跳过|撇开|抛开|甩开|略过|省了|省去|省掉|免了|免去|缺了|缺少|少了',
  '来不及|顾不上|等不及|没顾上|哪有|哪来|哪里有|哪能|谈不上|算不上|说不上|不存在|用不着',
].join('|')

/** What may stand between a denial and what it denies: a verb, who or which, how much. No 就, 才, 是 and no 的: there it ends. */
const GAP =
  '(?:来得及|来及|顾得上|顾上|顾得|轮上|经过|通过|按照|依照|遵照|履行|进行|组织|召开|提交|提请|安排|从中|听说|说是|算是|认为是|觉得是|说过|明确|明文|主动|真正|正式|及时|完全|造成|产生|发生|存在|涉及|出现|任何|什么|哪[个些条种位]|半[点分]|一[点些次个分]|那么|怎么|这么|特别|非常|可能|应该|必要|机会|时间|功夫|打算|着急|这种|那种|[他我咱你她]们|俺们|自己|领导|集体|班子|党组|党委|大家|公开|有(?:文件|规定|法律|条例|政策|条文|地方)|[有过去来能会敢想要急得被给让说写用以走经按照依搞上做办开报拿交找向跟对和与在把将谁人啥哪很太多出全真再我他她咱俺个点收图捞占为往成好受见叫弄整动接送属起朝替拖耽]){0,6}'
/** 不是 denies the whole of what follows it, up to the 是 of the contrary. */
const NEAREST = new RegExp(`(?:(?<not>${NOT})[^不没未无是就才却但而还都也]{0,8}|(?<none>${NONE})${GAP})$`, 'u')
/** Before a denial another one stands closer: 不是没有, 没有谁不. */
const BEFORE_THAT = new RegExp(
  `(?:(?<not>${NOT})[^不没未无是就才却但而还都也]{0,6}|(?<none>${NONE})(?<gap>(?:说|是|可能|会|能|敢|存在|有|谁|人|哪[个些条]|什么|啥|任何|故意|还|在){0,3}))$`,
  'u',
)
const OPEN_BEFORE =
  /(?:(\p{Script=Han}{1,2})[不没]\1|是否|能否|有无|不知道|不清楚|不晓得|不确定|不记得|不了解|记不清|说不清|说不好|拿不准|吃不准|搞不清|弄不清|忘了|谁知道)[\p{Script=Han}]{0,5}$/u
const OPEN_AFTER =
  /^[\p{Script=Han}]{0,5}(?:[过了]没有?$|不(?:知道|清楚|晓得|记得|好说|确定)|没印象|说不清|说不好|记不清|拿不准|忘了)/u
/** 集体研究这一步省了, 党组会没开成, 好处没有. */
const AFTER =
  /^(?:这一?[步关项道块]|那一?[步关项道块]|的?(?:程序|流程|手续|环节|过程|记录))?(?:也|都|还|就|给|倒|可|压根儿?|根本|从来|确实|真|一直|当时|全|并)*(?:(?:没有?|未|没能|没来得及|没顾上)(?:开|走|搞|做|履行|经过|弄|办|进行|组织|安排|捞|拿|得|有)(?!完)|没来得及|没顾上|省(?:了|掉|略|去)|免(?:了|掉|去)|(?:跳|略)过去?了?$|没有?(?:的|了|啊|呀|呢|吧)*$|不存在)/u

/** 上会？没有的事. */
const BACK = /^[了过]?(?:吗|么)?\s?[?？]\s?(?:没有?|哪有|哪里|不存在|不可能|怎么可能|开玩笑)/u

/** No clause is looked at further than this from the word. */
const FAR = 18

/** Says how `word` stands in `text`; one place where it is said outweighs others where it is denied. */
export function standingOf(text: string, word: string): Standing {
  if (word === '') return undefined
  const w = /[^\p{Script=Han}]/u.test(word) && !text.includes(word) ? word.normalize('NFKC') : word
  let best: Standing
  for (let at = text.indexOf(w); at >= 0; at = text.indexOf(w, at + 1)) {
    const here = standingAt(text, w, at)
    if (here === 'said') return 'said'
    best ??= here
  }
  return best
}

function standingAt(text: string, word: string, at: number): Standing {
  const before = /[^\s,，。.;；、!！?？:：]*$/u.exec(text.slice(Math.max(0, at - FAR), at))?.[0] ?? ''
  const end = at + word.length
  const after = /^[^\s,，。.;；、!！?？:：]*/u.exec(text.slice(end, end + FAR))?.[0] ?? ''
  const denied = /^[不没未无非冇别]/.test(word)
  // 要不要, 有没有: the word is the second half of a question.
  if (denied && before !== '' && before.endsWith(word.slice(1, 2)) && word.length <= 3) return 'asked'
  if (OPEN_BEFORE.test(before) || OPEN_AFTER.test(after)) return 'asked'
  const by = deniedBy(before, word, denied)
  // 不上会不行 says what must be, and not what was.
  if (by === 'without' && /不(?:行|可|成|中)[的了吧啊]*$/.test(after)) return 'asked'
  if (by !== 'said' || denied) return by
  return AFTER.test(after) || BACK.test(text.slice(end, end + FAR)) ? 'without' : 'said'
}

function deniedBy(before: string, word: string, denied: boolean): 'said' | 'without' | 'other' | 'asked' {
  const first = (denied ? BEFORE_THAT : NEAREST).exec(before)
  if (!first) return 'said'
  // 没有没上会 is the same no said twice, not a denied one.
  if (denied && /^[没未冇]/.test(word) && /^从?没/.test(first.groups?.['none'] ?? '') && first.groups?.['gap'] === '')
    return 'said'
  // 不是没研究 says that it was; 不是不想交 does not yet hand anything in.
  if (BEFORE_THAT.test(before.slice(0, first.index))) return /[想愿肯]/.test(first[0]) ? 'asked' : 'said'
  return first.groups?.['not'] === undefined ? 'without' : 'other'
}

/** 不是很大 is 不大, 没出什么事故 is 没出事故: the same said with fewer words, for looking words up. */
export const plainer = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/不(?:是|算|怎么)?(?:很|太|特别|那么|怎么|十分|非常)(?=[大多严重])/g, '不')
    .replace(/没有(?=\p{Script=Han})/gu, '没')
    .replace(/([没无未])(造成|出|发生|产生|受|有)?过?(?:什么|啥|任何|多少|半点|一点儿?|个)(?=\p{Script=Han})/gu, '$1$2')
