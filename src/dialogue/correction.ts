import { type Flow, fieldsOf, type Open } from '../flow/index.ts'
import type { Around } from '../reading/index.ts'
import type { Frame } from './types.ts'

/** Where a correction is said: the form, what is being asked, and how many messages there have been. */
export interface Place {
  readonly flow: Flow
  readonly frame: Frame
  readonly open: Open | undefined
  readonly around: Around
  readonly turn: number
}

/** A counting number. */
export const N = '[一二两三四五六七八九十\\d]{1,3}'
/** What stands before the new words. */
export const INTO =
  '(?:改成|改为|改到|改作|换成|换为|应该是|应该写|应该改成|应当是|应为|更正为|更正成|变成|其实是|实际是|实际上是|而是|改|换|是|为)'
export const WRONG = '(?:写错|填错|说错|答错|选错|打错|搞错|弄错|记错|错|不对|不准|不准确|有误|不是这个)'
export const AGAIN =
  '(?:重新填写|重新填|重新写|重新答|重新说|重新选|重填|重写|重答|重说|重选|重来|改一下|改改|改下|要改|修改|修改一下|得改|想改|需要改|再改|改|更正|更正一下)'
/** 改一下, 改了: no new words follow. */
export const NO_WORDS = /^(?:了|一下|吧|下|改|下吧|一下吧|了吧|改吧)$/

/**
 * A field called by its label or another name, with 改成 and the new words behind it. `bareName`: the name alone is enough.
 * `told`: while a story is told 时间是去年 tells, and only 时间改成去年 corrects.
 */
export function named(
  flow: Flow,
  t: string,
  fits: (path: string) => boolean,
  bareName = false,
  told = false,
): { path: string; said?: string } | undefined {
  const rest = t.replace(/^(?:把|将|的|那个|那条|[,，\s])+/, '')
  const all = [...fieldsOf(flow)].flatMap(([path, field]) =>
    fits(path) && field.kind !== 'list' && !field.inner
      ? [field.label, ...field.aka].map((name) => ({ path, name }))
      : [],
  )
  for (const { path, name } of all.sort((a, b) => b.name.length - a.name.length)) {
    if (!rest.startsWith(name)) continue
    const behind = rest.slice(name.length)
    const tail = behind.replace(
      new RegExp(`^(?:那个|那项|那里|这个|这项|一项|那一项|我)*(?:${WRONG}了?|有问题|那里不对)?[\\s,，。]*`),
      '',
    )
    const wrong = new RegExp(`${WRONG}`).test(behind.slice(0, behind.length - tail.length))
    const said = new RegExp(`^[\\s,，:：]*(?:要|得|请|我要|我想|给我|再|重新)?(${INTO})[:：\\s]*(.+)$`).exec(tail)
    const weak = said?.[1] === '是' || said?.[1] === '为'
    if (said?.[2] && !NO_WORDS.test(said[2]) && !(told && weak && !wrong)) return { path, said: firstClause(said[2]) }
    if (
      (bareName && tail === '') ||
      new RegExp(`^(?:我?(?:想|要|得|需要)?)${AGAIN}(?:一下|吧|了)*$`).test(tail) ||
      (tail === '' && wrong)
    )
      return { path }
  }
  return undefined
}

/** 改成事中,已经进场三天了 → 事中: what follows a comma explains the correction. 改一下 是15万 → 15万. */
export const firstClause = (words: string): string => {
  const said = words.replace(/^(?:一下|下)(?=[\s,，:：]|改|换|是|应该)[\s,，:：]*/u, '').replace(SAME_AGAIN, '')
  return (said.split(/[,，。;；]/)[0]?.trim() ?? said).replace(/(?:吧|了吧|才对|才是|哈|啊|呀)$/, '')
}

/** 改成是15万: a second word for the change before the new words. */
const SAME_AGAIN = /^(?:改成|改为|换成|换为|应该是|应为|是(?=[\d零〇一二两三四五六七八九十去前今大上]))[:：\s]*(?=\S)/u
