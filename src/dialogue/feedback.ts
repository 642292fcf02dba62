import { bareText } from '../base/index.ts'
import { ordinal } from '../reading/index.ts'
import { backToForm } from './ask.ts'
import { noteGap } from './gap-note.ts'
import { choice } from './show.ts'
import type { Aside } from './types.ts'
import { dropAside, phrase, putAside, say, type Work } from './work.ts'

// What a person thinks of an answer. It is counted and read by people; nothing is learned from it by itself.

const UP = /^\s*(?:👍|👏|❤️?|好评|有用|有帮助|很有用|讲得好|答得好|清楚了?|赞)/u
const DOWN =
  /^\s*👎|^(?:这|你|你这|这个|说的|答的|回答|答案|讲的)*(?:没用|没有用|不管用|没帮上忙|没帮助|答非所问|所答非问|不是我(?:要)?问的|我问的不是这个|没答到点(?:子)?上|没说到点(?:子)?上|不对题|跑题了?|文不对题|差评|不满意|没有?回答我(?:的问题)?)(?:啊|呀|了|吧|嘛|的)*$/u
const REASONS = ['没答到点上', '没有条文', '看不懂', '别的原因'] as const

/** 👍 or 👎, if the last thing said was an answer to a question. */
export function feedbackIn(text: string, hasLast: boolean): 'up' | 'down' | undefined {
  if (!hasLast) return undefined
  const said = text.trim().replace(/[。！!,，~～\s]+$/u, '')
  if (DOWN.test(said) || (/^👎/u.test(said) && said.length <= 20)) return 'down'
  return UP.test(said) && bareText(said).length <= 8 ? 'up' : undefined
}

export function feedback(work: Work, which: 'up' | 'down'): void {
  const { last } = work.state
  work.events.push(`feedback:${which}`)
  if (!last) return
  if (which === 'up') {
    noteLast(work, { why: 'thumbs-up' })
    say(work, phrase(work, 'feedback.up'))
    return
  }
  putAside(work, { id: 'feedback_reason', about: last.question, choices: REASONS.map((r) => choice(r)) })
}

/** A question asked inside a report is thought about and not noted. */
function noteLast(work: Work, gap: { readonly why: 'thumbs-up' | 'thumbs-down'; readonly reason?: string }): void {
  const { last } = work.state
  if (!last || last.quiet) return
  noteGap(work, { question: last.question, ...gap, ...(last.area === undefined ? {} : { place: last.area }) })
}

/** The reason is kept as one of a few, never in the person's own words: the ledger is read by many. */
export function feedbackReason(work: Work, aside: Aside, said: string): boolean {
  const n = ordinal(said)
  const reason =
    (n === undefined ? undefined : REASONS[n - 1]) ??
    REASONS.find((r) => r === said) ??
    (/条文|依据|出处|规定|原文/.test(said)
      ? '没有条文'
      : /懂|明白|复杂|太长|太多/.test(said)
        ? '看不懂'
        : /点上|问的|答非|不对|没说/.test(said)
          ? '没答到点上'
          : /^(?:别的|其他|没什么|不想说|算了|不说)/.test(said)
            ? '别的原因'
            : undefined)
  if (reason === undefined) return false
  work.state = dropAside(work.state)
  // Another question may have been answered meanwhile; the thumb is about the one it followed.
  if (work.state.last?.question === aside.about) noteLast(work, { why: 'thumbs-down', reason })
  else noteGap(work, { question: aside.about ?? '', why: 'thumbs-down', reason })
  work.events.push('gap_linked')
  say(work, phrase(work, 'feedback.thanks'))
  backToForm(work)
  return true
}
