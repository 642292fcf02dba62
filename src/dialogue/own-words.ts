import type { Answer } from '../flow/index.ts'
import type { Command } from './commands.ts'
import type { HeardText } from './heard.ts'

/** What is kept is kept in the person's own characters: traditional stays traditional, slips stay slips. */
export function inOwnWords(command: Command, { own }: HeardText): Command {
  if (command.type === 'fill') {
    const value = command.value === command.said ? own(command.said) : command.value
    return { ...command, value, said: own(command.said) }
  }
  if (command.type === 'add') return { ...command, said: own(command.said), items: command.items.map((item) => Object.fromEntries(Object.entries(item).map(([id, a]) => [id, answerInOwnWords(a, own)]))) }
  return command.type === 'noAnswer' ? { ...command, said: own(command.said) } : command
}

function answerInOwnWords(answer: Answer, own: HeardText['own']): Answer {
  if (answer.is !== 'given' || typeof answer.value !== 'string') return { ...answer, said: own(answer.said) }
  return { ...answer, value: own(answer.value), said: own(answer.said) }
}
