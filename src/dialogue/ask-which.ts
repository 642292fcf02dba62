import { flowOf } from './form.ts'
import { choice, labelOf } from './show.ts'
import { phrase, type Work } from './work.ts'

/** 您是想改哪一项: what may be meant, as buttons that say the whole correction. */
export function askWhich(work: Work, paths: readonly string[], said: string, adds = false): void {
  const { frame } = work.state
  if (!frame) return
  const flow = flowOf(work.bot, frame)
  const labels = [...new Set(paths.map((path) => labelOf(flow, path, frame.answers)))].slice(0, 4)
  const [first = '时间'] = labels
  const whole = (label: string) => (adds ? `${label}再加一条${said || '……'}` : `把${label}改成${said}`)
  work.question = {
    text: phrase(work, adds ? 'whichAddition' : 'whichCorrection', {
      list: labels.map((l) => `“${l}”`).join('、'),
      example: whole(first),
    }),
    ...(adds && said === '' ? {} : { choices: labels.map((label) => choice(label, whole(label))) }),
  }
}
