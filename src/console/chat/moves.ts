import { type DeskCommand, namesMeant } from '../../dialogue/index.ts'
import type { DeskCase, MoveView } from '../desk-view.ts'
import { type ChatParts, needsKey, type Part, type Speaking } from './part.ts'

/** A move as the chat needs it: what the case is to become, and whether it is then closed. */
export interface Goal {
  readonly action: string
  readonly to: string | undefined
  readonly closes: boolean
}
type Goals = (file: DeskCase) => readonly Goal[]

/**
 * Moves a case by the name of the state it is to have, or of the step. What is not possible is answered with what is; what
 * has to be told more than a reason is left to the console.
 */
export async function movePart(
  parts: ChatParts & { readonly goals: Goals },
  speaking: Speaking,
  number: string,
  command: Extract<DeskCommand, { type: 'move' }>,
): Promise<Part> {
  needsKey(speaking)
  const { desk, origin, content } = parts
  const { seat, key, sure } = speaking
  const file = await desk.open(seat, number)
  const about = { events: [], talk: { case: number } } as const
  const link = `${origin()}/console/cases/${number}`
  const { to, reason } = command
  const found = to === '' ? [] : movesMeant(file, parts.goals(file), to)
  if (to !== '' && namesMeant(to, [file.state]).length > 0 && found.length === 0)
    return { text: `${number} 现在就是“${file.state}”，不用改。`, ...about }
  if (file.blocked !== undefined) return { text: file.blocked, choices: claims(file), ...about }
  const [move, ...others] = found
  if (!move) return { text: `${refused(to, number)}${possible(file, parts.goals(file))}`, ...about }
  if (others.length > 0)
    return { text: `“${to}”可以是几步：${found.map(({ title }) => title).join('、')}。请说其中一个。`, ...about }
  if (move.inputs.some(({ required }) => required))
    return {
      text: `“${move.title}”还要填${move.inputs.map(({ label }) => `“${label}”`).join('、')}，请到工作台办：${link}`,
      ...about,
    }
  if (!content && reason !== '') return { text: `本单位设置了办件内容不写进聊天，理由请到工作台写：${link}`, ...about }
  if (move.needsReason && reason === '')
    return {
      text: `“${move.title}”要写明理由${move.told ? '，会写给对方' : ''}。请这样说：${number} ${move.title} 理由 ……`,
      ...about,
    }
  const goal = parts.goals(file).find(({ action }) => action === move.action)
  if (!sure || goal?.closes)
    if (!speaking.agreed)
      return {
        text: `${number}：要办“${move.title}”${goal?.to === undefined ? '' : `，状态改成“${goal.to}”`}${move.told ? '，并告诉对方' : ''}。${goal?.closes ? '办了这件就了结了。' : ''}确认的话回“确认”，不办回“不”。`,
        ...about,
        choices: yesNo,
        pending: { ...command, case: whichever(number), to: move.title },
      }
  const standing = await desk.act(seat, number, { action: move.action, reason, key })
  return {
    text: `${number} 办好了：${move.title}，现在是“${standing.state}”。${move.told ? '对方凭回执能看到。' : '只在机关内部，没有告诉对方。'}已经记入台账。`,
    events: [...(standing.state === file.state ? [] : ['status_changed']), 'audit_written'],
    talk: { case: number },
  }
}

/** By the state it leads to before by its own name: 改成已受理. */
function movesMeant(file: DeskCase, goals: readonly Goal[], said: string): readonly MoveView[] {
  const byTitle = namesMeant(
    said,
    file.moves.map(({ title }) => title),
  )
  const states = goals.flatMap(({ to }) => (to === undefined || to === file.state ? [] : [to]))
  const byState = namesMeant(said, states)
  const leads = (move: MoveView) =>
    goals.some(({ action, to }) => action === move.action && to !== undefined && byState.includes(to))
  const named = file.moves.filter(({ title }) => byTitle.includes(title))
  const led = file.moves.filter(leads)
  const both = named.filter(leads)
  return both.length > 0 ? both : led.length > 0 ? led : named
}

const refused = (to: string, number: string) => (to === '' ? `${number} ` : `${number} 现在不能改成“${to}”。`)

function possible({ state, moves }: DeskCase, goals: readonly Goal[]): string {
  if (moves.length === 0) return `现在是“${state}”，您这里没有能办的步骤。`
  const listed = moves.map(({ action, title }) => {
    const to = goals.find((goal) => goal.action === action)?.to
    return to === undefined || to === state || title.includes(to) ? title : `${title}（变成“${to}”）`
  })
  return `现在是“${state}”，可以办的有：${listed.join('、')}。`
}

export const yesNo = [
  { label: '确认', value: '确认' },
  { label: '不', value: '不' },
]

const claims = ({ number, holder }: DeskCase) => (holder ? [] : [{ label: `认领 ${number}`, value: `认领 ${number}` }])

/** The case again, once it is known which. */
export function whichever(number: string) {
  const [letter = '', figures = ''] = number.split('-')
  return { type: 'number', number: Number(figures), letter } as const
}
