import { bareText, plainText, simplify, wholeNumber } from '../base/index.ts'
import type { Before } from '../runtime/index.ts'
import type { Atlas } from '../search/index.ts'

/** A question that leans on the one before, read in full. */
export interface Leaning {
  /** What is asked now, as one sentence. */
  readonly question: string
  /** The subject alone, without place and respect: enough where nothing more exact is held. */
  readonly subject: string
  /** Places it plays in, as named by the person; empty: the whole country. */
  readonly places: readonly string[]
  /** `everywhere`: only what holds in the whole country; `province`: only the province's own texts. */
  readonly layer?: 'everywhere' | 'province'
  readonly wants: Want
  /** True if the words carry a matter of their own: then they are searched for first, and the earlier subject only adds to them. */
  readonly own: boolean
  /** The place was named in these words, not carried over. */
  readonly named: boolean
  /** What is asked of a layer or place is not said: what do they say at all. */
  readonly open: boolean
}

export type Want =
  | { readonly type: 'topic' }
  | { readonly type: 'more' }
  | { readonly type: 'grounds' }
  /** The n-th of what was told, from 1. */
  | { readonly type: 'nth'; readonly n: number }

/** What an answer to a question that leans on another is made from. */
export interface Leant {
  readonly leaning: Leaning
  readonly before: Before
  /** Where the person is: what holds there is told as holding, all else as reference only. */
  readonly home: string | undefined
  readonly today: string
  readonly sideBySide: boolean
}

/** What people point back with. */
const pointers =
  /刚才|刚刚|方才|上面|前面|上一个|上个问题|你说的|您说的|说的那个|提到的|那个|这个|那种|这种|那些|这些|那事|这事|那份|这份|^那(?!么多)|^它/gu

/** Words that carry neither subject nor aspect. */
const fillers =
  /行不行|可不可以|好不好|能不能|成不成|行吧|好吧|好的|好嘞|可以|知道了|明白了|懂了|谢谢|麻烦|请问|请|嗯+|哦+|噢|唉|额|那么|那|就|再|也|又|都|你|您|我们|我|俺们|俺|咱们|咱|他们|给我|给|帮忙|帮|看看|看|查查|查|试试|参考|参照|按照|按|依照|依|照着|照|套用|套|对照|换成|换到|换个|换|改成|改为|要是|如果|假如|放在|放到|在|到|是不是|是|有没有|有些|有|一下|一样|的话|的|了|呢|吗|吧|啊|呀|么|嘛|里面|里头|里边|里|这边|那边|那里|这里|层面|一级|方面|上|自己|本地|当地|规定|办法|政策|文件|规矩|做法|说法|说辞|讲法|情况|怎么说|咋说|怎么讲|怎么规定|咋规定|说|讲|什么|啥|怎么样|如何|咋样|会|能|想|问|另外|还|呗|哈|个|具体点|具体|详细|仔细|问题|答案/gu

/** What may be asked of any subject. A follow-up made of these alone takes its subject from before. */
const aspects: readonly (readonly [RegExp, string])[] = [
  [
    /(?:如果|要是|对结果|对结论)?(?:不服|不同意|不认|不满意)(?:的话)?(?:怎么办|咋办|咋整|往哪告|找谁)?/u,
    '不服怎么申诉',
  ],
  [
    /(?:要|得|大概|一般)?(?:多久|多长时间|多长|几天|多少天|几个?月|啥时候|什么时候|时限|期限|多快|几个工作日)(?:才|就)?(?:能|可以|会)?(?:有|给|出|得到)?(?:答复|结果|回复|回音|消息|反馈|批下来|下来|办完|办好|办结|意见)?/u,
    '要多久，期限几天',
  ],
  [
    /(?:具体)?(?:该|要|应该|需要)?(?:怎么|咋|如何|怎样)(?:办理|办|弄|走|操作|做|申请|提|搞|开始|整)|办理步骤|流程|步骤|程序|手续/u,
    '办理步骤和程序',
  ],
  [
    /(?:应该|要|该)?(?:找谁|归谁|向谁|交给谁|交给?哪|去哪|哪里|哪儿|哪个部门|谁管|谁受理|谁来办)(?:申请|办|提|受理)?/u,
    '向谁申请，由谁受理',
  ],
  [/(?:由)?(?:谁批准?|谁定|谁审批|谁说了算|谁决定|谁认定)/u, '由谁批准决定'],
  [/(?:要|需要|得)?(?:写|交|准备|提供|带)?(?:什么|啥|哪些)?材料/u, '要写哪些材料'],
  [/(?:有|要|需要)?(?:什么|啥|哪些|哪几种|哪几个)?(?:条件|情形|情况)/u, '有哪些情形'],
  [/(?:有|会有)?(?:什么|啥)?后果|会怎样|会怎么样|(?:怎么|咋|如何)处理/u, '有什么后果，怎么处理'],
  [/(?:有|用)?(?:什么|哪些|哪几种|啥)?方式/u, '有哪些方式'],
  [/为什么|为啥|凭什么/u, '依据是什么'],
]

const more =
  /^(?:那|就|嗯|好|的|了|,|，)*还有(?:吗|么|没有|没|呢|别的|其他|其它|哪些|什么|啥|更多|不|几条)*$|^(?:再|多)(?:说|讲|列|来)(?:点|几条|一些|些)$|^(?:继续|接着)(?:说|讲)$|^(?:别的|其他的?|其它的?)(?:呢|还有吗|有吗)?$/u
const grounds =
  /^(?:那|这|这个|刚才|你|您|说|的|有|有没有|给|我|看|看看|下|一下|是)*(?:依据|根据|条文|原文|出处|法条|哪一?条|哪个文件|哪里写|哪儿写|来源)(?:是|在|写|写的|规定|规定的|说的|什么|啥|哪|哪里|哪儿|呢|吗|有|的|了|看看|一下)*$/u
/** How an item asked for is kept with the question, so that the next may ask for another. */
const itemAsked = / 第\d+项$/u
const nth = /第([零〇一二两三四五六七八九十百\d]+)(?:条|项|种|个|步|点|款|类)/u

const layers: readonly (readonly [RegExp, 'everywhere' | 'province' | 'home'])[] = [
  [/全国|国家|中央|国务院|全国性/u, 'everywhere'],
  [/省里|省上|全省|省级|省一级|本省|我们省/u, 'province'],
  [/市里|我们市|本市|我市|我们这|咱们这|俺们?这|本地|当地|我们县|县里/u, 'home'],
]

/**
 * Reads a message against the question before it.
 * @param here where the person is, if known.
 * @returns absent if the message stands on its own.
 */
export function readLeaning(text: string, before: Before, here: string | undefined, atlas: Atlas): Leaning | undefined {
  const said = plainText(text).trim()
  const bare = bareText(said)
  if (bare.length === 0 || bare.length > 30) return undefined
  const earlier = before.question.replace(itemAsked, '')
  const subject = { places: atlas.named(plainText(earlier)), text: earlier }
  const home = here ?? before.area
  const kept = subject.places.length > 0 ? subject.places.map((p) => p.name) : home === undefined ? [] : [home]
  const bareSubject = placeless(subject.text, subject.places)
  const base = {
    question: earlier,
    subject: withoutAspects(bareSubject),
    places: kept,
    own: false,
    named: false,
    open: false,
  }
  if (more.test(bare)) return { ...base, wants: { type: 'more' } }
  if (grounds.test(bare)) return { ...base, wants: { type: 'grounds' } }

  const named = atlas.named(said)
  const withoutPlaces = named.reduce((rest, p) => rest.replaceAll(p.name, ' ').replaceAll(p.short, ' '), said)
  const layer = layers.find(([words]) => words.test(withoutPlaces))
  const rest = (layer ? withoutPlaces.replace(layer[0], ' ').replace(/^\s*省/u, ' ') : withoutPlaces).trim()
  const aspect = aspects.find(([words]) => words.test(rest))
  const number = nth.exec(rest)
  const left = bareText(
    (number ? rest.replace(number[0], ' ') : rest)
      .replace(aspect?.[0] ?? /$^/u, ' ')
      .replace(pointers, ' ')
      .replace(fillers, ' '),
  )
  const points = said.search(pointers) >= 0
  const places =
    named.length > 0
      ? named.map((p) => p.name)
      : layer?.[1] === 'everywhere'
        ? []
        : layer?.[1] === 'province'
          ? provincesOf(atlas, home === undefined ? kept : [home])
          : layer?.[1] === 'home' && home !== undefined
            ? [home]
            : kept
  const found = {
    subject: base.subject,
    places,
    ...(layer?.[1] === 'everywhere' ? { layer: 'everywhere' as const } : {}),
    ...(layer?.[1] === 'province' ||
    isProvince(
      atlas,
      named.map((p) => p.name),
    )
      ? { layer: 'province' as const }
      : {}),
    named: named.length > 0 || layer !== undefined,
  }
  if (left.length > 1) {
    const another = /呢$/u.test(bare) && left.length <= 6
    if ((!points && !another) || number) return undefined
    // `刚才说的那个备案要几天`: a matter of its own, in the place of the question before; `那严重警告呢` in its respect, too.
    const own = rest.replace(pointers, '').replace(/^[\p{P}\s]+|(?:的?呢)?[\p{P}\s]*$/gu, '')
    const respect =
      another && !aspect ? aspects.map(([words]) => words.exec(subject.text)?.[0]).find(Boolean) : undefined
    const question = `${names(atlas, subject.places.length > 0 || named.length > 0 ? places : [])}${own}${respect ?? ''}`
    return { ...found, question, wants: { type: 'topic' }, own: true, open: false }
  }
  if (number) {
    const n = wholeNumber(number[1] ?? '')
    return n === undefined || n === 0 || named.length > 0
      ? undefined
      : { ...base, question: `${earlier} 第${n}项`, wants: { type: 'nth', n } }
  }
  if (!aspect && !found.named) return undefined
  const question = aspect ? `${withoutAspects(bareSubject)}，${aspect[1]}` : bareSubject
  return {
    ...found,
    question: `${names(atlas, places)}${question}`,
    wants: { type: 'topic' },
    own: false,
    open: !aspect,
  }
}

function placeless(text: string, places: readonly { name: string; short: string }[]): string {
  return places
    .reduce((rest, p) => rest.replaceAll(p.name, '').replaceAll(p.short, ''), simplify(text))
    .replace(/^[的\s\p{P}]+/u, '')
}

/** The subject alone, where the follow-up asks something else of it. */
function withoutAspects(subject: string): string {
  const joined = aspects.reduce((rest, [, added]) => rest.replace(`，${added}`, ' '), subject)
  const bare = aspects
    .reduce((rest, [words]) => rest.replace(words, ' '), joined)
    .replace(
      /(?:的)?(?:影响期|处分期间?)|(?:正面|负面)?清单|是?哪[几些\d][条种个项步]?|[几\d一二三四五六七八九十]+[条种个项步]|都?有哪些|是什么|什么|[？?！!。吗呢吧啊]/gu,
      ' ',
    )
    .replace(/\s+/gu, '')
  return bareText(bare).length > 1 ? bare : subject
}

function names(atlas: Atlas, places: readonly string[]): string {
  return atlas
    .reach(places)
    .places.map((p) => p.short)
    .join('和')
}

function provincesOf(atlas: Atlas, places: readonly string[]): readonly string[] {
  return [...atlas.reach(places).regions].filter((region) => isProvince(atlas, [region]))
}

function isProvince(atlas: Atlas, places: readonly string[]): boolean {
  const [only, ...others] = atlas.reach(places).places
  return only !== undefined && others.length === 0 && /(?:省|自治区)$|^(?:北京|天津|上海|重庆)市$/u.test(only.name)
}

/** True if a text has no subject of its own: what it leaned on was not kept. */
export function isSlight(text: string, atlas: Atlas): boolean {
  const plain = plainText(text)
  const rest = aspects.reduce((left, [words]) => left.replace(words, ' '), placeless(plain, atlas.named(plain)))
  return bareText(rest.replace(nth, ' ').replace(pointers, ' ').replace(fillers, ' ')).length < 2
}
