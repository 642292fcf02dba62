import { bareText } from '../base/index.ts'
import { type Flow, fieldsOf, type List } from '../flow/index.ts'
import { type Around, accusedIn, evenMarks, introduction, unitIn, wishIn, withoutWish } from '../reading/index.ts'
import { asks } from './asks.ts'
import type { Command } from './commands.ts'
import { aroundOf } from './form.ts'
import { hear } from './hear.ts'
import { type Item, openItems, peopleItems } from './open-list.ts'
import { clauses } from './segment.ts'
import type { Bot } from './types.ts'

/** What a form's opening sentence already answers: fields heard, list items, and the matter. */
export function openingFills(bot: Bot, flow: Flow, whole: string, at: string): readonly Command[] {
  // Who speaks is taken out first, so that no other answer holds the reporter's name or number.
  const said = [...fieldsOf(flow).values()].some((f) => f.kind === 'name') ? introduction(whole).rest : whole
  const around = aroundOf(bot, {}, at)
  const heard = hear(flow, whole, around, undefined)
  // 这不是明抢吗，我要匿名举报: a question in the story takes nothing from the wish.
  const wished = hear(flow, wishIn(whole), around, undefined).filter((w) => heard.every((h) => h.path !== w.path))
  const commands: Command[] = [...heard, ...wished].map(({ path, value, said: own }) => ({
    type: 'fill',
    path,
    value,
    said: own ?? said,
    direct: false,
  }))
  for (const step of flow.steps) {
    if (!('ask' in step) || step.ask.kind !== 'list') continue
    const items = itemsOf(step.ask, said, around)
    if (items.length > 0) commands.push({ type: 'add', list: step.ask.id, items, said })
  }
  for (const path of [flow.matter, flow.hint]) if (path) commands.push(...matterOf(path, said, bot, flow))
  return commands
}

/** Whom a report is about, or what they did: all that was told beside the wish and the accused is one deed or several. */
function itemsOf(list: List, said: string, around: Around): readonly Item[] {
  const told = withoutWish(said)
  const accused = accusedIn(told)
  if (list.main !== 'what') return peopleItems(accused?.people ?? [], said)
  const story = accused ? evenMarks(`${told.slice(0, accused.from)}${told.slice(accused.to)}`) : told
  const deed = story
    .replace(LEFT_OVER, '')
    .trim()
    .replace(/[^。！？!?\n]+/gu, (sentence) => sentence.replace(ASKED_BEHIND, ''))
    .replace(/^[。！？!?\s]+|[。！？!?\s]+$/gu, '')
  return clauses(deed).some(tellsSome) ? openItems(list, deed, around) : []
}

/** 村支书把低保给了他侄子咋办: what is asked behind the deed is no part of it. */
const ASKED_BEHIND =
  /[,，\s]*(?:这事|这个事|这种事|这样|你说|请问|我)*(?:该|要|应该|到底|还)?(?:怎么办|咋办|咋整|咋弄|怎么整|怎么弄|找谁(?:管|说|去)?|归谁管|归哪管|谁管|有人管|没人管|管不管|能管|能举报|可以举报|能不能举报|怎么举报|咋举报|举报谁|能反映|可以反映|能不能反映|怎么反映|咋反映|(?:去|上|往|到)哪(?:里|儿)?(?:告|举报|反映|说|说理)|哪里说理|怎么告|咋告|能告|能不能告)(?:吗|么|不|呢|呀|啊|了)*[?？!！。\s]*$/u

/** What stands between the accused and the deed and says nothing: 这个王八蛋, 这俩货, 吧. */
const LEFT_OVER =
  /^(?:这个(?!月|星期|周|礼拜|季|夏|冬|春|秋|暑|寒)|那个(?!月)|这俩|这两个|[这那](?!个|几|年|月|天|两|些|次|段|阵)|王八蛋|混蛋|混账|狗东西|东西|货(?!款|物|车|源)|人(?=[\s,，])|的(?=[\s,，])|是(?=[\s,，])|吧|啊|呢|[\s,，、])+/u

/** True for a clause that tells of something: no question, not who one is, and no two words without a deed in them. */
const tellsSome = (clause: string): boolean => {
  const t = bareText(clause)
  return (
    t.length >= 2 &&
    (t.length >= 5 || DEED.test(t)) &&
    !/^(?:我|俺)(?:们)?(?:是|叫|姓|就是)[^,，]{1,16}$/u.test(clause) &&
    (!asks(clause) || t.length > 24)
  )
}
const DEED =
  /[收拿送给占贪骗吃卖拉扣压改签批花打骂要挪领分请建盖修招瞒换烧藏卡套包乱赌嫖罚推欠偷砍毁办报作搞用吞克截受行酒]|不|没/

function matterOf(path: string, said: string, bot: Bot, flow: Flow): Command[] {
  const matter = said
    .replace(/^[\s\S]*?(?:在吗|您好|你好)[?？,，。!！\s]*/u, '')
    .split(/[,，。;；?？\s]/)
    .filter(
      (s) =>
        bareText(s).length >= 4 &&
        !isWish(flow, s) &&
        unitIn(s) !== s.trim() &&
        !/能不能|算不算|想问|容错|可以吗|怎么办|请问|帮我看/.test(s) &&
        !asks(s),
    )
    .join('，')
  if (bareText(matter).length < 5 || bot.places.some((p) => matter === p.name || matter === p.short)) return []
  return [{ type: 'fill', path, value: matter, said: matter, direct: false }]
}

/** 帮我填备案申请: a clause that opens the form by itself and is too short to tell of anything else. */
const isWish = (flow: Flow, clause: string) =>
  bareText(clause).length <= 12 &&
  flow.opensOn.some((groups) => groups.every((words) => words.some((w) => bareText(clause).includes(w))))
