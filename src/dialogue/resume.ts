import { readDraftCode } from '../base/index.ts'
import { type Answers, fieldAt } from '../flow/index.ts'
import { ordinal } from '../reading/index.ts'
import { ask } from './ask.ts'
import { carried } from './edition.ts'
import { flowOf, nextOf, openOf } from './form.ts'
import { setAside } from './keep.ts'
import { unnamedHere, wayOut } from './setting.ts'
import { choice, labelOf } from './show.ts'
import type { Frame } from './types.ts'
import { isCommand } from './words.ts'
import { dropAside, phrase, putAside, say, type Work } from './work.ts'

// The ways back to a form that was left.

/** 继续: the open form, the only draft, one of several, or the one kept under a code. */
export function goBack(work: Work): boolean {
  const { drafts, frame } = work.state
  const named = drafts.find((d) => flowOf(work.bot, d).aka.some((w) => work.text.includes(w)))
  if (frame && !(named && named.flow !== frame.flow)) return false
  const only = named ?? (drafts.length === 1 && !work.state.coded ? drafts[0] : undefined)
  if (only) resume(work, only.flow)
  else if (drafts.length === 0) askCode(work)
  else {
    const titles = drafts.slice(0, 4).map((d) => flowOf(work.bot, d).title)
    const coded = work.state.coded ? [choice(BY_CODE)] : []
    putAside(work, { id: 'resume_choice', choices: [...titles.map((t) => choice(t)), ...coded] })
  }
  return true
}

const BY_CODE = '用草稿码打开'

function askCode(work: Work): void {
  if (!work.state.coded) say(work, phrase(work, 'nothingToResumeHere'))
  putAside(work, { id: 'draft_code' })
}

export function resumeChoice(work: Work, said: string): boolean {
  const n = ordinal(said)
  const titles = (work.state.aside?.choices ?? []).map((c) => c.label)
  const named = titles.findIndex((t) => said.includes(t) || (said.length >= 2 && t.includes(said)))
  const at = n === undefined ? named : n - 1
  if (titles[at] === BY_CODE) {
    askCode(work)
    return true
  }
  const draft = work.state.drafts[at]
  if (!draft) return false
  resume(work, draft.flow)
  return true
}

/** Opens a draft of this conversation again at its question, with a recap of at most three lines. */
export function resume(work: Work, flow: string): void {
  const draft = work.state.drafts.find((d) => d.flow === flow)
  if (!draft) return
  takeUp(work, draft)
  const open = openOf(work.bot, work.state)
  if (open) ask(work, open)
}

/** Makes a kept form the open one and says where it stands. What it was held for is asked first. */
export function takeUp(work: Work, draft: Frame): void {
  setAside(work)
  const next = nextOf(work.bot, draft)
  const frame = next.type === 'hold' ? { ...draft, wanted: next.hold.asks } : draft
  const drafts = work.state.drafts.filter((d) => d !== draft)
  work.state = { ...dropAside(work.state), frame, drafts, misses: 0 }
  work.events.push(`flow_resumed:${draft.flow}`, 'flow_resumed')
  say(work, recap(work, draft))
}

/** 接着填“检举控告”，前面6项都在。上次写到：“时间”“经过”。 */
function recap(work: Work, draft: Frame): string {
  const flow = flowOf(work.bot, draft)
  const last = Object.entries(draft.answers)
    .filter(([path]) => !fieldAt(flow, path)?.silent)
    .sort(([, a], [, b]) => b.turn - a.turn)
    .slice(0, 2)
    .reverse()
    .map(([path]) => `“${labelOf(flow, path, draft.answers)}”`)
  const told = phrase(work, 'resumed', { title: flow.title, n: String(Object.keys(draft.answers).length) })
  return last.length > 0 ? `${told}\n${phrase(work, 'recap', { list: last.join('、') })}` : told
}

/** The code is read wherever it stands in the message; somebody who has none is not kept waiting for it. */
export function draftCode(work: Work, said: string): boolean {
  const code = readDraftCode(work.text)
  if (code !== undefined) {
    openDraft(work, code)
    return true
  }
  const digits = said.replace(/\D/g, '')
  if (digits.length >= 8) {
    draftUnknown(work)
    return true
  }
  if (!LOST.test(said) && !(['cancel', 'skip', 'decline', 'unknown', 'pause'] as const).some((w) => isCommand(w, said)))
    return false
  work.state = dropAside(work.state)
  say(work, phrase(work, 'codeLost'))
  return true
}

/** 没有码, 丢了, 忘了抄, 找不着了. */
export const LOST = /^.{0,8}(?:没有|没|丢|忘|找不(?:到|着)|没记|没抄|弄丢|不见|记不(?:得|住)|不记得)(?:.{0,10})$/u

export function openDraft(work: Work, code: string): void {
  work.effects.push({ type: 'openDraft', code })
  work.waiting++
}

/** The same words for a code that cannot be and for one that is nobody's. */
export function draftUnknown(work: Work): void {
  say(work, phrase(work, 'codeUnknown'))
  putAside(work, { id: 'draft_code' })
}

/** The answers of another conversation count as given before this one began, so that 上一步 goes back in the order of time. */
function earlier(frame: Frame, now: number): Frame {
  const last = Math.max(0, ...Object.values(frame.answers).map((a) => a.turn))
  const by = Math.min(0, now - 1 - last)
  const moved = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).map(([path, a]) => [path, { ...a, turn: a.turn + by }]))
  const { changed: _settled, ...rest } = frame
  return { ...rest, answers: moved(frame.answers), reopened: moved(frame.reopened) }
}

/** What a draft code opened. */
export function draftOpened(work: Work, frame: Frame | undefined, id: string | undefined): void {
  if (!frame || id === undefined) {
    draftUnknown(work)
    return
  }
  if (unnamedHere(work, frame)) {
    say(work, phrase(work, 'known.draft', wayOut(work)))
    work.state = dropAside(work.state)
    return
  }
  const { coded: _opened, ...state } = work.state
  work.state = state
  takeUp(work, { ...earlier(carried(work.bot, frame), work.state.turn), draft: id })
  const open = openOf(work.bot, work.state)
  if (open) ask(work, open)
}

/** True on another day than the last message's: by then nobody remembers where a form stood. */
export const longAgo = (before: string | undefined, now: string): boolean =>
  before !== undefined && before.slice(0, 10) !== now.slice(0, 10)

/** A form that stood open meanwhile: where it stands, before anything else is said. */
export function remind(work: Work): void {
  const { frame } = work.state
  if (frame && Object.keys(frame.answers).length > 0) say(work, recap(work, frame))
}
