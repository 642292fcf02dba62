import { bareText } from '../base/index.ts'
import { count, type Flow, fieldsOf } from '../flow/index.ts'
import { introduction } from '../reading/index.ts'
import { asks } from './asks.ts'
import type { Command } from './commands.ts'
import { aroundOf } from './form.ts'
import { hear } from './hear.ts'
import { matterIn, openItems } from './open-list.ts'
import type { Bot } from './types.ts'

/** What a form's opening sentence already answers: fields heard, list items, and the matter. */
export function openingFills(bot: Bot, flow: Flow, whole: string, at: string): readonly Command[] {
  // Who speaks is taken out first, so that no other answer holds the reporter's name or number.
  const said = [...fieldsOf(flow).values()].some((f) => f.kind === 'name') ? introduction(whole).rest : whole
  const around = aroundOf(bot, {}, at)
  const commands: Command[] = hear(flow, whole, around, undefined).map(({ path, value, said: own }) => ({
    type: 'fill',
    path,
    value,
    said: own ?? said,
    direct: false,
  }))
  for (const step of flow.steps) {
    if (!('ask' in step) || step.ask.kind !== 'list') continue
    const matter = matterIn(said)
    const source = step.ask.main === 'what' ? matter : said
    if (step.ask.main === 'what' && (!tellsOf(said) || bareText(matter).length < 3)) continue
    const items = openItems(step.ask, source, around)
    if (items.length > 0 && count({}, step.ask.id) === 0) commands.push({ type: 'add', list: step.ask.id, items, said })
  }
  if (flow.matter) commands.push(...matterOf(flow.matter, said, bot))
  return commands
}

/** 我要举报镇长收钱 tells of a matter; 那就匿名吧 and 我想举报 tell of none. */
const tellsOf = (said: string) =>
  /(?:举报|检举|控告|揭发|告发|反映).{3,}/u.test(said) &&
  !/^(?:举报|检举|控告|反映)(?:一下|吧|的)?$/.test(matterIn(said))

function matterOf(path: string, said: string, bot: Bot): Command[] {
  const matter = said
    .replace(/^[\s\S]*?(?:在吗|您好|你好)[?？,，。!！\s]*/u, '')
    .split(/[,，。;；?？\s]/)
    .filter((s) => bareText(s).length >= 4 && !/能不能|算不算|想问|容错|可以吗|怎么办|请问|帮我看/.test(s) && !asks(s))
    .join('，')
  if (bareText(matter).length < 5 || bot.places.some((p) => matter === p.name || matter === p.short)) return []
  return [{ type: 'fill', path, value: matter, said: matter, direct: false }]
}
