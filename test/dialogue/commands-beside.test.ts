import { describe, expect, it } from 'vitest'
import { step } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { type AtQuestion, everyQuestion } from '../support/places-in-forms.ts'
import { AT, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

/** Ways to stop, go back or look, and what people say beside them. */
const commands = ['存草稿', '先不填了', '上一步', '看看填了什么', '等一下', '转人工', '再说一遍']
const beside = (command: string) => [
  `${command}，我明天再交`,
  `没事，${command}吧`,
  `行，谢谢，${command}`,
  `${command} 回头再弄`,
  `不好意思 ${command}`,
]

const prose = everyQuestion(bot).filter(
  ({ field }) => field.kind === 'text' || field.kind === 'texts' || field.kind === 'list',
)

describe('a command with a reason or a thank-you beside it', () => {
  it.each(prose.map((at) => [`${at.flow} ${at.path}`, at] as const))('is no answer to %s', (_name, at) => {
    expect(commands.flatMap(beside).filter((text) => written(at, text))).toEqual([])
  })
})

/** True if the open question has an answer afterwards, wherever the form now lies. */
function written(at: AtQuestion, text: string): boolean {
  const { state, effects } = step(bot, at.state, { type: 'said', text, at: AT, newCase: 'case-1' })
  const forms = [state.frame, ...state.drafts, ...effects.flatMap((e) => (e.type === 'keepDraft' ? [e.frame] : []))]
  return forms.some(
    (f) => f?.flow === at.flow && Object.keys(f.answers).some((p) => p === at.path || p.startsWith(`${at.path}[`)),
  )
}
