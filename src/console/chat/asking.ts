import type { DeskCommand } from '../../dialogue/index.ts'
import type { Seat } from '../../runtime/index.ts'
import { whichever, yesNo } from './moves.ts'
import { type ChatParts, needsKey, type Part, type Speaking } from './part.ts'

/** Writes a question to the person of a case; they read it with their receipt, wherever they come from. */
export async function askPart(
  { desk, origin, content, masked }: ChatParts & { masked(seat: Seat, number: string, text: string): Promise<string> },
  speaking: Speaking,
  number: string,
  command: Extract<DeskCommand, { type: 'ask' }>,
): Promise<Part> {
  needsKey(speaking)
  const { seat, key, sure, agreed } = speaking
  const about = { events: [], talk: { case: number } } as const
  const link = `${origin()}/console/cases/${number}`
  if (!content) return { text: `本单位设置了办件内容不写进聊天，补问请到工作台写：${link}`, ...about }
  if (command.text === '') return { text: `想问对方什么？请这样说：问举报人 ……（一次问一件事最好）`, ...about }
  const file = await desk.open(seat, number)
  if (file.blocked !== undefined)
    return {
      text: file.blocked,
      ...(file.holder ? {} : { choices: [{ label: `认领 ${number}`, value: `认领 ${number}` }] }),
      ...about,
    }
  const move = file.moves.find(({ asks, inputs }) => asks && !inputs.some(({ required }) => required))
  if (!move) return { text: `${number} 现在是“${file.state}”，这一步不能向对方补问。`, ...about }
  const question = asked(command.text)
  if (!sure && !agreed)
    return {
      text: `${number}：要把下面这句发给对方，发了收不回来。\n{{kept}}\n确认的话回“确认”，不发回“不”。`,
      kept: `“${await masked(seat, number, question)}”`,
      ...about,
      choices: yesNo,
      pending: { ...command, case: whichever(number) },
    }
  const standing = await desk.act(seat, number, { action: move.action, reason: question, key })
  return {
    text: `${number} 问出去了：{{kept}}\n举报人下次凭回执来查，就能看到并回答；您不用知道他是谁。现在是“${standing.state}”。`,
    kept: `“${await masked(seat, number, question)}”`,
    events: ['officer_question_sent', ...(standing.state === file.state ? [] : ['status_changed']), 'audit_written'],
    talk: { case: number },
  }
}

/** 要照片原件和时间 as it is put to a person. */
function asked(text: string): string {
  const plain = text.replace(/[。.!！\s]+$/u, '')
  const wants = /^(?:要|索要|补充?|提供|交|发)(?:一下|一份|来)?(.+)$/u.exec(plain)?.[1]
  if (/[?？]$/.test(plain)) return plain
  if (/谁|什么|哪|几|多少|怎么|为什么|是否|有没有|是不是|吗$|能不能|何时|如何/u.test(plain)) return `${plain}？`
  return `请补充：${wants ?? plain}。`
}
