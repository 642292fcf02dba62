import type { Edit } from './clause.ts'
import type { Mark } from './mark.ts'
import { clauseAt } from './span.ts'

const RUMOUR =
  /传|风闻|风声|风言|流言|小道|坊间|闲言|道听|耳闻|议论|^据(?:说|闻|悉|称|讲)|^说是|网上|群里|都在说|到处|外面|外头/

/**
 * What was heard is told as heard. Words that say so already stay as the person has them (我嫂子讲, 有人跟我妈说);
 * rumour becomes 听说; and a source given elsewhere stands beside a bare 听说: 听我嫂子说.
 */
export function sourced(plain: string, mark: Mark, heardFrom: string | undefined): readonly Edit[] {
  const words = plain.slice(mark.from, mark.to)
  const clause = clauseAt(plain, mark.from, mark.to)
  const heard = toldBy(heardFrom)
  // 石塘镇都传开了, behind what it tells: the source goes to the front.
  if (
    clause.to === mark.to &&
    clause.from > 0 &&
    /(?:传开了|传遍了?|都在说|都在传|议论纷纷|的?小道消息|风言风语)$/.test(words)
  ) {
    const told = clauseAt(plain, clause.from - 1, clause.from - 1)
    return [
      { from: told.from, to: told.from, instead: heard },
      { from: clause.from - 1, to: clause.to, instead: '' },
    ]
  }
  if (/^(?:我|俺|也|都|只是|是)*听(?:说|讲|闻|人说|人讲|人家说|人家讲)$/.test(words))
    return heardFrom === undefined || heard === '听说' ? [] : [{ from: mark.from, to: mark.to, instead: heard }]
  if (!RUMOUR.test(words) || /的$/.test(words)) return []
  const to =
    mark.to +
    (/^(?:有鼻子有眼|神乎其神|沸沸扬扬)?(?:的)?(?:，?说是?|讲|，(?=他|她))?/.exec(plain.slice(mark.to))?.[0].length ??
      0)
  if (clause.from === mark.from) return [{ from: mark.from, to, instead: heard }]
  // 主任上个月据传收了一块表: all of the clause was heard.
  return [
    { from: clause.from, to: clause.from, instead: heard },
    { from: mark.from, to, instead: '' },
  ]
}

/** The words before what was heard: 听我嫂子说; 听说 if nobody in particular told it. */
export function toldBy(heardFrom: string | undefined): string {
  const who = heardFrom === undefined ? undefined : teller(heardFrom)
  return who === undefined ? '听说' : `听${who}说`
}

const HOW = '悄悄|偷偷|私下里?|私底下|亲口|后来|当时|喝多了|喝酒时|都|也|就|曾经?|背后|经常|这么|这样'

/** Who told it, in the words of whoever says so: 那事是听我二婶说的 → 我二婶. @returns absent if nobody in particular did */
export function teller(words: string): string | undefined {
  const t = words
    .replace(/[“”"。，！？\s]/g, '')
    .replace(/^.*?听(?:到|见)?/, '')
    .replace(/^(?:这|那|这都|这些|也|都)?是(?=.)/, '')
    .replace(new RegExp(`(?:${HOW})+(?=跟|给|对|和|同|向|说|讲|告诉|传)`, 'g'), '')
    .replace(
      /(?:(?:跟|给|对|和|同|向)(?:我|俺|咱|大家|人)(?:们)?)?(?:说过?|讲过?|透露过?|念叨过?|提过|提起|反映过?|话|摆|闻|传出来|传)(?:的|起|是)?(?:吧|啊|呀)?$/u,
      '',
    )
    .replace(/(?:告诉|告知|转告|透露给)(?:过|了)?(?:我|俺|咱|大家)(?:们)?的?$/, '')
  if (
    t === '' ||
    t.length > 12 ||
    /^(?:有|人|人家|别人|外|大家|大伙)|传|风|消息|据|说|讲|坊间|议论|网上|听|群里|来的?$|都$|在$|^(?:全|整个|满)/.test(
      t,
    )
  )
    return undefined
  return t
}
