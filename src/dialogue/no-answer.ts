import { bareText } from '../base/index.ts'
import type { Flow, Open } from '../flow/index.ts'
import { readPerson, unitIn } from '../reading/index.ts'
import { asks } from './asks.ts'
import type { Command } from './commands.ts'
import { bare, clauses } from './segment.ts'
import { isCommand } from './words.ts'

// What is no answer to an open question, though it is said at it.

/** 会计自己跟我说的 names somebody, and answers another question. */
const HOW_KNOWN = /(?:跟|对|和)[我俺](?:们)?(?:说|讲)|告诉[我俺]|亲[眼耳](?:看|听|见)|听.{0,4}说/

/** Where a person or a unit is asked for: words that name one, or are too few to say anything else. */
export const namesOne = (said: string): boolean => {
  if (HOW_KNOWN.test(said)) return false
  const person = readPerson(said)
  return (
    person?.name !== undefined ||
    person?.post !== undefined ||
    unitIn(said) !== undefined ||
    (bareText(said).length <= 8 &&
      !/算了|不敢|怕|不想|不写|不填|不弄|不行|[说填写交存改天再吧了有拍看听收给拿是]|继续|昨天|明天|接着/.test(said))
  )
}

/** 生成申请书吧, 都是真的，交吧: agreement to a form that is not finished yet is no answer to one of its questions. */
export const signs = (flow: Flow, said: string): boolean => {
  const t = bareText(said)
  if (t.length > 12) return false
  const own = flow.steps.flatMap((s) => ('ask' in s && s.ask.kind === 'statement' ? s.ask.agree : []))
  return (
    /^(?:对|是|好|行|都|全)*(?:是真的|属实)|^提交|(?:提交|交)吧$/.test(t) ||
    own.some((w) => w.length > 2 && t.startsWith(w))
  )
}

/** 这我哪知道啊，消防没验收能接电不？: not answered, and something else asked behind it. */
export function withheldFirst(open: Open, said: string): Command[] {
  const [lead = '', ...rest] = clauses(said)
  if (open.field.kind === 'statement') return []
  const is = (['unknown', 'skip', 'decline', 'later'] as const).find((word) => isCommand(word, bare(lead)))
  if (is === undefined) return []
  const kind = is === 'skip' ? 'skipped' : is === 'decline' ? 'declined' : is
  const question = rest.filter((clause) => asks(clause)).join('，')
  return [
    { type: 'noAnswer', path: open.path, is: kind, said },
    ...(question === '' ? [] : [{ type: 'wonder' as const, question }]),
  ]
}
