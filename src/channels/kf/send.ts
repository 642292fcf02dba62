import { z } from 'zod'
import type { Say } from '../../dialogue/index.ts'
import { Undelivered } from '../../runtime/index.ts'
import { type Api, bytesOf, type Remembering, WecomRefusal } from '../wecom/index.ts'
import { type Bounds, left, spent, used } from './budget.ts'
import { type ToPerson, welcomeSeconds } from './kept.ts'
import { halvesOf } from './message.ts'

export interface Line {
  readonly api: Api
  readonly kept: Remembering<ToPerson>
  readonly bounds: Bounds
  /** Seconds since 1970. */
  now(): number
}

export type KfBody =
  | { readonly msgtype: 'text'; readonly text: { readonly content: string } }
  | {
      readonly msgtype: 'msgmenu'
      readonly msgmenu: {
        readonly head_content: string
        readonly list: readonly {
          readonly type: 'click'
          readonly click: { readonly id: string; readonly content: string }
        }[]
      }
    }

/** Bytes of a menu's head, of an entry, and entries; https://developer.work.weixin.qq.com/document/path/94677 */
const menuBounds = { head: 1024, entry: 128, entries: 10 } as const
/** Until the person writes there is no use in trying; their message hurries what waits. Seconds. */
const untilTheyWrite = 6 * 3600

/** Over the count, over the time: whatever we counted, WeChat's count holds. */
const full: ReadonlySet<number> = new Set([95001, 95002])
/** The person or the account is no more. */
const gone: ReadonlySet<number> = new Set([40003, 40096, 84061, 95000])

const Anything = z.object({})

export const asText = (content: string): KfBody => ({ msgtype: 'text', text: { content } })

/** A short reply with its choices as a menu, which is one message; absent where it does not fit. */
export function asMenu({ choices = [] }: Say, text: string): KfBody | undefined {
  if (choices.length === 0 || choices.length > menuBounds.entries || bytesOf(text) > menuBounds.head) return undefined
  if (choices.some(({ label, value }) => Math.max(bytesOf(label), bytesOf(value)) > menuBounds.entry)) return undefined
  const list = choices.map(({ label, value }) => ({ type: 'click', click: { id: value, content: label } }) as const)
  return { msgtype: 'msgmenu', msgmenu: { head_content: text, list } }
}

/**
 * Sends one message, by the welcome where the person has written nothing yet, and counts it.
 *
 * @param then what else is to be kept when it is out.
 * @throws Undelivered `window` until they write, `never` where they are gone
 */
export async function sendOne(
  line: Line,
  person: string,
  body: KfBody,
  then: (kept: ToPerson) => ToPerson,
): Promise<void> {
  const { api, kept, bounds, now } = line
  const { account, external } = halvesOf(person)
  const before = await kept.recall(person)
  const free = left(before.window, now(), bounds)
  const { welcome } = before
  if (free === 0 && welcome && now() - welcome.at < welcomeSeconds) {
    await api.post('kf/send_msg_on_event', { code: welcome.code, ...body }, Anything)
    await kept.amend(person, ({ welcome: _spent, ...was }) => then(was))
    return
  }
  if (free === 0) throw new Undelivered(untilTheyWrite, 'window')
  try {
    await api.post('kf/send_msg', { touser: external, open_kfid: account, ...body }, Anything)
  } catch (error) {
    if (!(error instanceof WecomRefusal)) throw error
    if (gone.has(error.code)) throw new Undelivered('never', String(error.code))
    if (!full.has(error.code)) throw error
    await kept.amend(person, (was) => ({ ...was, window: used(was.window, bounds) }))
    throw new Undelivered(untilTheyWrite, 'window')
  }
  await kept.amend(person, ({ welcome: _late, ...was }) => then({ ...was, window: spent(was.window) }))
}
