import { type Answer, type Flow, fieldAt } from '../flow/index.ts'
import type { HeardText } from '../reading/index.ts'
import type { Command } from './commands.ts'

/** What is kept is kept in the person's own characters: traditional stays traditional, slips stay slips. Values of a closed list stay as they are. */
export function inOwnWords(command: Command, { own }: HeardText, flow: Flow | undefined): Command {
  if (!flow) return command
  if (command.type === 'fill') {
    const prose = isProse(flow, command.path) && command.value === command.said
    return { ...command, value: prose ? own(command.said) : command.value, said: own(command.said) }
  }
  if (command.type === 'add') {
    const items = command.items.map((item) =>
      Object.fromEntries(
        Object.entries(item).map(([id, a]) => [
          id,
          answerInOwnWords(a, own, isProse(flow, `${command.list}[0].${id}`)),
        ]),
      ),
    )
    return { ...command, said: own(command.said), items }
  }
  return command.type === 'noAnswer' ? { ...command, said: own(command.said) } : command
}

const isProse = (flow: Flow, path: string) => fieldAt(flow, path)?.kind === 'text'

function answerInOwnWords(answer: Answer, own: HeardText['own'], prose: boolean): Answer {
  if (answer.is !== 'given' || typeof answer.value !== 'string' || !prose) return { ...answer, said: own(answer.said) }
  return { ...answer, value: own(answer.value), said: own(answer.said) }
}
