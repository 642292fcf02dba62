import { z } from 'zod'
import type { Arrival } from '../../runtime/index.ts'
import type { Api } from './api.ts'
import type { ToMember } from './deliver.ts'
import { channelName, type Incoming } from './incoming.ts'
import type { Remembering } from './remember.ts'

type Pressed = Extract<Incoming, { type: 'pressed' }>

export interface Buttons {
  readonly kept: Remembering<ToMember>
  receive(arrival: Arrival): Promise<unknown>
  /** Shows on a card what became of it. Never waited for by the one who pressed. */
  show(pressed: Pressed, words: string): void
}

/**
 * A pressed button is said by the person, once for a card, and only while the card is the last thing that was said to them:
 * an older one asked another question than the one that is open now.
 */
export async function onPressed({ kept, receive, show }: Buttons, pressed: Pressed): Promise<void> {
  const { person, task, value } = pressed
  const [card = ''] = task.split('-')
  const before = await kept.recall(person)
  // WeCom repeats what it thinks we have not heard.
  if (before.answered === card) return
  if (before.card !== card) {
    show(pressed, '已过去，请看最新一条')
    return
  }
  // Stored before the card is marked as answered: a repeat after a crash is dropped by its id, a lost press would be gone.
  await receive({ channel: channelName, person, id: `card-${card}`, event: { type: 'said', text: value } })
  const after = await kept.amend(person, ({ card: now, ...was }) => ({
    ...was,
    answered: card,
    ...(now === undefined || now === card ? {} : { card: now }),
  }))
  if (after.answered === card) show(pressed, `已选：${value}`)
}

const Anything = z.object({})

/** Makes the buttons of a card one grey line; WeCom takes it once, within 72 hours of the press. https://developer.work.weixin.qq.com/document/path/94888 */
export async function markCard(api: Api, agentId: number, { person, code }: Pressed, words: string): Promise<void> {
  if (code === undefined) return
  const replace_name = [...words].slice(0, 20).join('')
  await api.post(
    'message/update_template_card',
    { userids: [person], agentid: agentId, response_code: code, button: { replace_name } },
    Anything,
  )
}
