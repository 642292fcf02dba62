import { bareText, evenText } from '../base/index.ts'

/** One spelling for the many ways people type the same thing: `bareText`, then dialect and frequent slips made standard (俺咋弄 → 我怎么弄, 举抱 → 举报). */
export function spoken(text: string): string {
  return standardised(bareText(text))
}

/** `spoken` for our own texts, which are in simplified characters already. */
export function spokenOurs(text: string): string {
  return standardised(evenText(text).replace(/[^\p{L}\p{N}]+/gu, ''))
}

const standardised = (bare: string): string => bare.replace(variants, (found) => standard.get(found) ?? found)

/** Standard word ← what people type. A slip stands here only if no ordinary sentence holds its characters (据报 is in 据报道, so it does not). */
// biome-ignore format: one word and its variants a line
const spellings: readonly (readonly [string, readonly string[]])[] = [
  ['我', ['俺', '咱', '老子', '洒家']],
  ['我们', ['俺们', '咱们', '俺每', '偶们']],
  ['你', ['您', '恁', '妳', '侬']],
  ['他', ['她', '牠', '佢', '那厮', '这厮', '那家伙', '那王八蛋', '那个王八蛋', '那狗日的', '狗日的']],
  ['怎么', ['咋样', '咋个', '咋', '怎样', '如何', '怎么样', '肿么', '怎麽', '怎末']],
  ['什么', ['啥子', '啥', '甚么', '神马', '什麽', '什末']],
  ['能不能', ['可不可以', '能否', '可否', '能不能够', '可以不可以']],
  ['谁', ['边个', '哪一个人', '哪个人', '何人', '哪个龟孙', '哪个混蛋', '哪个孙子', '哪个王八蛋', '哪个狗东西', '什么人', '啥人', '哪位']],
  ['不想', ['唔想', '毋想', '莫想', '不愿意', '不愿']],
  ['没', ['冇', '没得', '木有', '没有']],
  ['给我', ['给俺', '给咱', '畀我']],
  ['是不是', ['系咪', '系唔系']],
  ['举报', ['举抱', '举爆', '举暴', '举保', 'jubao']],
  ['检举', ['捡举']],
  ['纪委', ['纪萎', '纪尾', 'jiwei', '县记委', '市记委', '省记委', '找记委', '去记委']],
  ['会议纪要', ['会议记要', '会仪纪要', '会议纪耍', '会议纪录要']],
  ['伪造', ['伪照', '伪早', '尾造']],
  ['捏造', ['捏照']],
  ['诬告', ['巫告']],
  ['威胁', ['危胁', '威协', '威肋', '威逼']],
  ['恐吓', ['恐赫', '孔吓']],
  ['报复', ['抱复']],
  ['串供', ['串共', '窜供', '串口供']],
  ['销毁', ['消毁', '肖毁', '毁掉', '烧毁']],
  ['自杀', ['自沙', '自鲨']],
  ['跳楼', ['跳搂', '跳娄']],
  ['工资', ['工姿', '薪水', '薪资']],
  ['欠薪', ['欠新']],
  ['帮我', ['帮俺们', '帮咱们', '帮我们', '帮俺', '帮咱', '帮一下我', '帮帮我', '邦我']],
  ['教我', ['教教我们', '教教我', '教我们', '教俺', '教一下我', '教一教我']],
  ['替我', ['替我们', '替俺', '替咱', '代我']],
]

const standard = new Map(spellings.flatMap(([word, variants]) => variants.map((variant) => [variant, word] as const)))
/** Longer variants first, so that 俺们 is not read as 俺 and 们. */
const variants = new RegExp([...standard.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
