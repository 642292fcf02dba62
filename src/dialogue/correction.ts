import { count, type Flow, fieldsOf, type Open } from '../flow/index.ts'
import type { Around } from '../reading/index.ts'
import { namesOf } from './field-names.ts'
import { withheldBy } from './renew.ts'
import { story } from './sentence.ts'
import type { Frame } from './types.ts'

/** Where a correction is said: the form, what is being asked, and how many messages there have been. */
export interface Place {
  readonly flow: Flow
  readonly frame: Frame
  readonly open: Open | undefined
  readonly around: Around
  readonly turn: number
}

/**
 * While a story is told, any words may be part of it. A name, a unit or a post is asked for in few words, so there a
 * correction is told from the answer.
 */
export const tells = (open: Open | undefined): boolean =>
  story(open) &&
  !(
    open?.field.kind === 'text' &&
    (open.field.person !== undefined || open.field.like === 'unit' || open.field.max <= 80)
  )

/** A counting number. */
export const N = '[一二两三四五六七八九十\\d]{1,3}'
/** What stands before the new words. */
export const INTO =
  '(?:改成|改为|改到|改作|换成|换为|应该是|应该写|应该改成|应当是|应为|更正为|更正成|变成|其实是|实际是|实际上是|而是|补充一下|补充|补一下|补上|加上|写上|填上|改|换|是|为)'
export const WRONG =
  '(?:写错|填错|说错|报错|讲错|看错|点错|答错|选错|打错|搞错|弄错|记错|错|不对|不准|不准确|有误|不是这个)'
export const AGAIN =
  '(?:重新填写|重新填|重新写|重新答|重新说|重新选|重填|重写|重答|重说|重选|重来|改一下|改改|改下|要改|修改|修改一下|得改|想改|需要改|再改|改|更正|更正一下)'
/** 改一下, 改了: no new words follow. */
export const NO_WORDS = /^(?:了|一下|吧|下|改|下吧|一下吧|了吧|改吧)$/

/**
 * A field called by its label or another name, with 改成 and the new words behind it. `bareName`: the name alone is enough.
 * `told`: while a story is told 时间是去年 tells, and only 时间改成去年9月 corrects. Of several fields of one name the one
 * that is answered is meant.
 */
export function named(
  { flow, frame }: Pick<Place, 'flow' | 'frame'>,
  t: string,
  fits: (path: string) => boolean,
  bareName = false,
  told = false,
): { path: string; said?: string } | undefined {
  const rest = t.replace(/^(?:把|将|的|那个|那条|我的|[,，\s])+/, '')
  const answered = (path: string) => Number(isAnswered(frame, path))
  const all = [...fieldsOf(flow)].flatMap(([path, field]) =>
    fits(path) && field.kind !== 'list' && !field.inner ? namesAt(flow, path).map((name) => ({ path, name })) : [],
  )
  for (const { path, name } of all.sort(
    (a, b) => b.name.length - a.name.length || answered(b.path) - answered(a.path),
  )) {
    if (!rest.startsWith(name)) continue
    const behind = rest.slice(name.length)
    const tail = behind.replace(TAIL, '')
    const wrong = new RegExp(`${WRONG}`).test(behind.slice(0, behind.length - tail.length))
    const said = new RegExp(`^[\\s,，:：]*(?:要|得|请|我要|我想|给我|再|重新)?(${INTO})[:：\\s]*(.+)$`).exec(tail)
    const weak = said?.[1] === '是' || said?.[1] === '为'
    if (said?.[2] && !NO_WORDS.test(said[2]) && !(told && weak && !wrong)) return { path, said: firstClause(said[2]) }
    // 会议日期先空着, 电话写错了13900000000.
    if (!told && OFF.test(tail)) return { path, said: '跳过' }
    if (!told && tail !== '' && withheldBy(tail) && !behind.startsWith('是')) return { path, said: tail }
    if (wrong && /^[\d零一二三四五六七八九幺][\d\s零一二三四五六七八九幺]{2,}/.test(tail))
      return { path, said: firstClause(tail.replace(/(?<=\d)\s+(?=\d)/g, '')) }
    if (
      (bareName && tail === '') ||
      new RegExp(`^(?:我?(?:想|要|得|需要)?)${AGAIN}(?:一下|吧|了)*$`).test(tail) ||
      (tail === '' && wrong)
    )
      return { path }
  }
  return undefined
}

/** 电话去掉: the answer is taken out, and the question passed over. */
const OFF = /^(?:也|就|都|给我|帮我)*(?:删掉|删除|删了|去掉|不要了|不留了|不写了|拿掉|划掉|撤了|撤掉)(?:吧|了)*$/

/** What may stand between the name of a field and its new words. */
const TAIL = new RegExp(
  `^(?:那个|那项|那条|那一项|那一条|那道|那里|那儿|那栏|那块|这个|这项|这条|这里|一项|一栏|里面|里|我|的|名字|姓名)*(?:又|还是|也)?(?:${WRONG}[了啦]?|有问题|那里不对)?[\\s,，。]*`,
)

/** The names of a field, and for a part of a list also with the name of the list before them: 被反映人的名字. */
function namesAt(flow: Flow, path: string): readonly string[] {
  const own = namesOf(flow, path)
  const list = path.includes('[]') ? fieldsOf(flow).get(path.slice(0, path.indexOf('['))) : undefined
  return list === undefined
    ? own
    : [...own, ...own.flatMap((name) => [`${list.label}${name}`, `${list.label}的${name}`])]
}

function isAnswered(frame: Frame, pattern: string): boolean {
  if (!pattern.includes('[]')) return frame.answers[pattern] !== undefined
  const list = pattern.slice(0, pattern.indexOf('['))
  return Array.from({ length: count(frame.answers, list) }, (_, n) => pattern.replace('[]', `[${n}]`)).some(
    (path) => frame.answers[path] !== undefined,
  )
}

/** 改成事中,已经进场三天了 → 事中: what follows a comma explains the correction. 改一下 是15万 → 15万. */
export const firstClause = (words: string): string => {
  const said = words.replace(/^(?:一下|下)(?=[\s,，:：]|改|换|是|应该)[\s,，:：]*/u, '').replace(SAME_AGAIN, '')
  const first = said.split(/[,，。;；]/)[0]?.trim() ?? said
  return withoutDenial(first).replace(/(?:吧|了吧|才对|才是|哈|啊|呀)$/, '')
}

/** 9号不是6号 → 9号: the wrong words behind the right ones. */
const withoutDenial = (words: string): string => {
  const [, right = '', wrong = ''] = /^(.{2,12}?)\s*(?:而)?(?:不是|不叫)(.{1,12})$/u.exec(words) ?? []
  return [...wrong].some((c) => c !== '的' && right.includes(c)) ? right : words
}

/** 改成是15万: a second word for the change before the new words. */
const SAME_AGAIN = /^(?:改成|改为|换成|换为|应该是|应为|是(?=[\d零〇一二两三四五六七八九十去前今大上]))[:：\s]*(?=\S)/u
