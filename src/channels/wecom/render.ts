import type { Cite } from '../../base/index.ts'
import type { Choice, Say } from '../../dialogue/index.ts'
import { bytesOf, pieces } from './bytes.ts'

/** One message to one member, as `message/send` wants it, without whom and by which application. */
export type Message =
  | { readonly msgtype: 'text'; readonly text: { readonly content: string } }
  | { readonly msgtype: 'template_card'; readonly template_card: ButtonCard }

/** https://developer.work.weixin.qq.com/document/path/90236 按钮交互型, read 2026-11-30. */
export interface ButtonCard {
  readonly card_type: 'button_interaction'
  readonly task_id: string
  readonly source: { readonly desc: string }
  readonly main_title: { readonly title: string; readonly desc: string }
  readonly button_list: readonly { readonly text: string; readonly style: number; readonly key: string }[]
}

/** What WeCom shows of a card: buttons at most, characters of each part, bytes of what a button gives back. */
export const cardBounds = { buttons: 6, button: 10, title: 26, desc: 30, keyBytes: 1024 } as const

/**
 * A reply as messages: its words in full as text, then a card with buttons where there are few enough. The card repeats
 * nothing of a form, because what it shows is cut short; it is not shown everywhere (WeChat's plug-in) and can always be
 * answered by typing.
 *
 * @param task id of the card: letters and figures, at most 128. @param origin our public address, for links to originals.
 */
export function render(say: Say, text: string, task: string, origin?: string): readonly Message[] {
  const card = cardOf(say, task)
  return [
    ...pieces(inWords(say, text, origin)).map((content): Message => ({ msgtype: 'text', text: { content } })),
    ...(card ? [{ msgtype: 'template_card', template_card: card } as const] : []),
  ]
}

/** All of a reply in words: what is said, where it stands written, and what may be answered. */
export function inWords({ cites = [], choices = [] }: Say, text: string, origin?: string): string {
  return [text, sources(cites, origin), twin(choices, text)].filter(Boolean).join('\n\n')
}

function sources(cites: readonly Cite[], origin: string | undefined): string {
  if (cites.length === 0) return ''
  const lines = cites.map(({ instrument, label, region, authority, opens }, n) => {
    const link = opens === undefined || origin === undefined ? '' : ` ${origin}${opens}`
    return `〔${n + 1}〕《${instrument}》${label}（${region}，${authority}）${link}`
  })
  return ['出处：', ...lines].join('\n')
}

/** The buttons in words, where the text does not name them already. */
function twin(choices: readonly Choice[], text: string): string {
  if (choices.every(({ label }) => text.includes(label))) return ''
  return `（可以回复：${choices.map(({ label, value }) => (value.length < label.length ? value : label)).join(' / ')}）`
}

function cardOf({ choices = [], card }: Say, task: string): ButtonCard | undefined {
  if (choices.length === 0 || choices.length > cardBounds.buttons) return undefined
  if (choices.some(({ value }) => bytesOf(value) > cardBounds.keyBytes)) return undefined
  // Two long labels that begin alike would look the same on their buttons, so long ones carry their number.
  const long = choices.some(({ label }) => [...label].length > cardBounds.button)
  return {
    card_type: 'button_interaction',
    task_id: task,
    source: { desc: '清问' },
    main_title: {
      title: shortened(card && !card.list ? `核对：${card.title}` : '请选一个', cardBounds.title),
      desc: card && !card.list ? '全部内容在上面的文字里，请先核对' : '也可以直接打字回复',
    },
    button_list: choices.map(({ label, value }, n) => ({
      text: shortened(long ? `${n + 1}.${label}` : label, cardBounds.button),
      style: n === 0 ? 1 : 2,
      key: value,
    })),
  }
}

/** @param most characters, as people count them. */
export function shortened(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}
