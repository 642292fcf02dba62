import { type Flow, fieldsOf } from '../flow/index.ts'
import { heardText, noWords, ordinal, tellsDeed, yesWords } from '../reading/index.ts'
import { addition, receiptAsked, receiptTail } from './aside-case.ts'
import { backToForm } from './ask.ts'
import { asks } from './asks.ts'
import { fearIn } from './fear.ts'
import { feedbackReason } from './feedback.ts'
import { newest } from './form.ts'
import { isOnlyPlace } from './here.ts'
import { keepForLater } from './keep.ts'
import { addMore, start } from './obey-form.ts'
import { openingFills } from './opening.ts'
import { draftCode, resumeChoice } from './resume.ts'
import { bare } from './segment.ts'
import { KNOWN, wayOut } from './setting.ts'
import { choice } from './show.ts'
import type { Aside } from './types.ts'
import { isCommand } from './words.ts'
import { dropAside, phrase, putAside, say, type Work } from './work.ts'

/** Side questions: what was asked that is no field of a form. @returns true if the message answered one. */
export function answerAside(work: Work): boolean {
  const { aside } = work.state
  if (!aside) return false
  const said = bare(heardText(work.text).plain)
  switch (aside.id) {
    case 'cancel_choice':
      return !asks(said) && cancelChoice(work, said)
    case 'delete_confirm':
      return !asks(said) && deleteConfirm(work, said)
    case 'start_choice':
      return startChoice(work, aside, said)
    case KNOWN:
      return !asks(said) && knownWriter(work, aside, said)
    case 'resume_choice':
      return resumeChoice(work, said)
    case 'draft_code':
      return draftCode(work, said)
    case 'feedback_reason':
      return feedbackReason(work, aside, said)
    case 'more':
      return moreTold(work, aside, said)
    case 'receipt_tail':
      return receiptTail(work, aside, said)
    case 'receipt':
      return receiptAsked(work, said)
    case 'officer_question':
    case 'addition':
    case 'attachment':
      return addition(work, aside, said)
    default:
      return false
  }
}

const DENIED = /别|不(?!要)|先等|等等|没有|勿|再想/

function cancelChoice(work: Work, said: string): boolean {
  const n = ordinal(said)
  if (n === 3 || /继续|接着|不取消|填完|不退出|别取消/.test(said)) {
    work.state = dropAside(work.state)
    work.events.push('flow_resumed')
    backToForm(work)
  } else if (n === 2 || (/删|不要|不留|清空/.test(said) && !DENIED.test(said.replace(/不留/g, '')))) {
    confirmDelete(work)
  } else if (n === 1 || /留|保存|存|草稿|放着|(?:不|别)(?:要)?删/.test(said)) {
    work.state = dropAside(work.state)
    work.events.push('flow_cancelled')
    say(work, keepForLater(work) ?? phrase(work, 'nothingKept'))
    offerLater(work)
  } else return false
  return true
}

/** Deleting cannot be taken back, so it is always asked once more. */
export function confirmDelete(work: Work): void {
  if (!work.state.frame && work.state.drafts.length === 0) {
    // Only who has the code can open it, so only they can delete it.
    say(work, phrase(work, 'codedDelete'))
    putAside(work, { id: 'draft_code' })
    return
  }
  putAside(work, { id: 'delete_confirm', choices: [choice('是，彻底删除'), choice('不删')] })
}

function deleteConfirm(work: Work, said: string): boolean {
  const n = ordinal(said)
  if (n === 2 || noWords.test(said) || DENIED.test(said) || /^(?:留|继续|算了)/.test(said)) {
    work.state = dropAside(work.state)
    say(work, phrase(work, 'notDeleted'))
    backToForm(work)
  } else if (
    n === 1 ||
    (yesWords.test(said) && said.length <= 12) ||
    (/删|确定|确认/.test(said) && said.length <= 12)
  ) {
    const { frame, asked: _asked, ...state } = dropAside(work.state)
    const flow = frame?.flow ?? state.drafts[0]?.flow ?? ''
    work.state = { ...state, drafts: frame ? state.drafts : state.drafts.slice(1) }
    work.effects.push({ type: 'draftDeleted', flow })
    if (frame?.draft !== undefined) work.effects.push({ type: 'dropDraft', id: frame.draft })
    work.events.push('draft_deleted', 'audit_written')
    say(work, phrase(work, 'deleted'))
  } else return false
  return true
}

function startChoice(work: Work, aside: Aside, said: string): boolean {
  if (fearIn(work.bot.fears, work.text)) return false
  const n = ordinal(said)
  const anew = (aside.choices ?? []).find((c) => c.label === said || c.value === said)
  if (n === 2 || said === '先不用' || (noWords.test(said) && said.length <= 6) || /^先不|^不用/.test(said)) {
    work.state = dropAside(work.state)
    const rest = /^(?:先不了?|不用了?|算了|不了)[,，\s。]*(.*)$/u.exec(said)?.[1]
    if (rest && rest.length > 3) return false
    say(work, phrase(work, 'notStarted'))
    return true
  }
  if (
    n === 1 ||
    anew ||
    (yesWords.test(said) && said.length <= 8) ||
    /^(?:那就|就)?(?:实名|匿名)(?:吧|举报|的)?$|开始(?:填|吧)|^(?:那就|那|就)?(?:开始|填吧|写吧|填)(?:吧|了)?$/.test(
      said,
    )
  ) {
    // 那填吧 only agrees and is no part of the story; 匿名吧 says more than yes.
    const more = /实名|匿名/.test(said) || said.length > 8 ? said : ''
    start(work, aside.about ?? 'report', [aside.told, more].filter(Boolean).join('。'))
    return true
  }
  // After an answer a place says where that was asked about, not that a form is wanted.
  const about = work.state.last !== undefined && isOnlyPlace(work.bot, work.text)
  const offered = about ? undefined : newest(work.bot.flows.filter((f) => f.id === aside.about))
  if (offered && !asks(said) && tellsOf(work, offered)) {
    // What tells of the matter is a yes to writing it down; 等我跟家里人说说 is none.
    start(work, offered.id, aside.told === undefined ? work.text : `${aside.told}。${work.text}`)
    return true
  }
  const { about: flow, told } = aside
  const offer = { ...(flow === undefined ? {} : { about: flow }), ...(told === undefined ? {} : { told }) }
  work.state = { ...dropAside(work.state), offered: offer }
  return false
}

/** True if what was said answers a question of the form. Any words at all could be a story: those must tell of a deed. */
const tellsOf = (work: Work, flow: Flow): boolean =>
  openingFills(work.bot, flow, work.text, work.at).some((c) =>
    c.type === 'add' && listOf(flow, c.list)?.main === 'what' ? tellsDeed(work.text) : true,
  )
const listOf = (flow: Flow, id: string) => {
  const field = fieldsOf(flow).get(id)
  return field?.kind === 'list' ? field : undefined
}

/** Whether to report under one's name, where the channel knows it anyway. Only a plain yes opens the form. */
function knownWriter(work: Work, aside: Aside, said: string): boolean {
  const n = ordinal(said)
  if (
    n === 1 ||
    (!/匿名|不|别/.test(said) && (/^(?:那就|就|我)?实名/.test(said) || (yesWords.test(said) && said.length <= 8)))
  ) {
    start(work, aside.about ?? '', aside.told ?? '', true)
    // 实名，我叫李秀英，电话…: the yes opens the form, and what follows it answers the form.
    const rest = work.text.trim().replace(AGREED, '')
    if (n === undefined && rest !== work.text.trim() && rest !== '') work.rest = rest
    return true
  }
  if (n !== 2 && !noWords.test(said) && !/匿名|不|别|算了|网页|再想/.test(said)) return false
  work.state = dropAside(work.state)
  say(work, phrase(work, 'known.elsewhere', wayOut(work)))
  return true
}

/** A plain yes, and the name of what is agreed to. */
const AGREED = /^(?:那就|就|我)?(?:实名(?:写|举报|反映)?|好的?|行|可以|嗯|是的?)[吧了啊]?[\s，,。.!！、]*/u

/** The words of one more item; a question or a command is not one. */
function moreTold(work: Work, aside: Aside, said: string): boolean {
  const { frame } = work.state
  if (!frame || aside.about === undefined) return false
  if (noWords.test(said) || isCommand('cancel', said) || isCommand('skip', said) || isCommand('undo', said)) {
    work.state = dropAside(work.state)
    say(work, phrase(work, 'noted.later'))
    return true
  }
  if (asks(said) || said === '' || !addMore(work, aside.about, heardText(work.text).plain.trim())) return false
  work.state = dropAside(work.state)
  return true
}

/** A form wished for earlier, in one breath with another, is offered now that the other is done. */
export function offerLater(work: Work): void {
  const [flow, ...rest] = work.state.later ?? []
  if (flow === undefined || work.state.frame || work.state.aside || work.question) return
  const { later: _done, ...state } = work.state
  work.state = rest.length > 0 ? { ...state, later: rest } : state
  offer(work, flow, phrase(work, 'nowThen', { title: work.bot.flows.find((f) => f.id === flow)?.title ?? '' }))
}

/** A form that would serve better than an answer is offered, never opened unasked. `words`: empty where the reply asks already. */
export function offer(work: Work, flow: string, words?: string, told?: string): void {
  const title = work.bot.flows.find((f) => f.id === flow)?.title ?? ''
  putAside(
    work,
    {
      id: 'start_choice',
      about: flow,
      ...(told === undefined ? {} : { told }),
      choices: [choice(`开始填写${title}`, '开始填写'), choice('先不用')],
    },
    words ?? phrase(work, 'offer', { title }),
  )
}
