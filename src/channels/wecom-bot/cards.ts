import type { Say } from '../../dialogue/index.ts'
import { says } from './says.ts'
import type { TemplateCard } from './sdk.ts'

/** What must be known of a card that was shown, to answer a press on it; holds nothing anybody said. */
export interface Shown {
  readonly task: string
  readonly kind: 'buttons' | 'vote'
  readonly title: string
  readonly done?: true
}

/** Bounds of the vendor's cards (api.d.ts of the kit, read 2026-11-30); longer labels are cut off on phones. */
const bounds = {
  buttons: 6,
  button: 10,
  options: 20,
  option: 11,
  title: 26,
  keyname: 5,
  value: 26,
  rows: 6,
  idBytes: 128,
}

/**
 * The card of a reply with choices: buttons for few and short ones, a list to pick from for more. With a finished form,
 * its first lines stand on the card, too; the message beside it has them all.
 *
 * @returns undefined where no card can hold the choices; then they are numbered in the text.
 */
export function cardOf(say: Say, task: string): { card: TemplateCard; shown: Shown } | undefined {
  const choices = say.choices ?? []
  if (choices.length === 0 || choices.some(({ value }) => Buffer.byteLength(value) > bounds.idBytes)) return undefined
  if (new Set(choices.map(({ value }) => value)).size < choices.length) return undefined
  const title = cut(say.card?.title ?? says.choose, bounds.title)
  const fits = (most: number, long: number) => choices.length <= most && choices.every((c) => length(c.label) <= long)
  const common = { main_title: { title }, task_id: task }
  if (fits(bounds.buttons, bounds.button)) {
    const rows = say.card?.rows.slice(0, bounds.rows).map(({ label, value }) => ({
      keyname: cut(label, bounds.keyname),
      value: cut(value.replace(/\s+/g, ' '), bounds.value),
    }))
    const button_list = choices.map(({ label, value }, n) => ({ text: label, key: value, style: n === 0 ? 1 : 2 }))
    const card = {
      card_type: 'button_interaction',
      ...common,
      button_list,
      ...(rows ? { horizontal_content_list: rows } : {}),
    }
    return { card, shown: { task, kind: 'buttons', title } }
  }
  if (!fits(bounds.options, bounds.option)) return undefined
  const checkbox = {
    question_key: 'q',
    mode: 0 as const,
    option_list: choices.map(({ label, value }) => ({ id: value, text: label })),
  }
  const card = {
    card_type: 'vote_interaction',
    ...common,
    checkbox,
    submit_button: { text: says.submit, key: 'submit' },
  }
  return { card, shown: { task, kind: 'vote', title } }
}

/** What takes the place of a card that was pressed, so that it cannot be pressed for another answer. */
export function answered({ task, kind, title }: Shown, value: string): TemplateCard {
  const said = says.chosen(cut(value, bounds.option))
  return after(task, kind, title, said)
}

/** What takes the place of a card that another one has followed. */
export const outdated = (task: string, kind: Shown['kind']): TemplateCard => after(task, kind, says.over, '已过时')

/** Of the same kind as before, because a card cannot become one of another kind; its one button does nothing. */
function after(task: string, kind: Shown['kind'], title: string, said: string): TemplateCard {
  const common = { main_title: { title }, task_id: task }
  if (kind === 'buttons')
    return { card_type: 'button_interaction', ...common, button_list: [{ text: said, key: 'done', style: 2 }] }
  return {
    card_type: 'vote_interaction',
    ...common,
    checkbox: { question_key: 'q', disable: true, option_list: [{ id: 'done', text: said, is_checked: true }] },
    submit_button: { text: said, key: 'done' },
  }
}

const length = (text: string) => [...text].length
const cut = (text: string, most: number) => (length(text) > most ? `${[...text].slice(0, most - 1).join('')}…` : text)
