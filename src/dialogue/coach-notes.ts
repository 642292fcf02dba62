import { introduction, maskPhone, readPhone } from '../reading/index.ts'
import type { Command } from './commands.ts'
import { flowOf } from './form.ts'
import type { Frame } from './types.ts'
import { kindsIn } from './with-coach.ts'
import { phrase, say, type Work } from './work.ts'

/** Not spoken of at once: a guess has a question of its own. */
const SPOKEN: ReadonlySet<string> = new Set(['insult', 'hearsay', 'self_label', 'exaggeration', 'third_person'])
const MOST = 3

/**
 * The report coach reads along: each kind of mark is spoken of once, in a warm line, and noted with the form. Only what is
 * told for the form is read, never a question or a command.
 */
export function coachReads(work: Work, before: Frame | undefined, commands: readonly Command[]): void {
  const { frame } = work.state
  const coach = frame && flowOf(work.bot, frame).coach
  if (!frame || !coach) return
  const chose = ({ field, is }: { field: string; is: string }) =>
    commands.some((c) => c.type === 'fill' && c.path === field && c.value === is)
  if (chose(coach.drop)) work.events.push('span_removed')
  if (chose(coach.accept)) work.events.push('rewrite_accepted', 'original_kept')
  const told = commands.some((c) => c.type === 'add' || c.type === 'start' || (c.type === 'fill' && c.direct))
  const asked = before ? undefined : commands.find((c) => c.type === 'start')
  if (!told && !asked) return
  // The number somebody gives to be called at is no secret of another person's.
  const own = introduction(work.text).phone?.value
  const marks = kindsIn(work.text).filter((m) => own === undefined || readPhone(m.span) !== own)
  const seen = new Set(frame.seen ?? [])
  const fresh = [...new Map(marks.filter((m) => !seen.has(m.kind)).map((m) => [m.kind, m])).values()]
  for (const { kind } of fresh) work.events.push(`flag:${kind}`)
  const spoken = fresh.filter((m) => SPOKEN.has(m.kind)).slice(0, MOST)
  if (spoken.length > 0)
    say(
      work,
      [phrase(work, 'coach'), ...spoken.map((m) => phrase(work, `coach.${m.kind}`, { span: shownSpan(m.span) }))].join(
        '\n',
      ),
    )
  if (fresh.length > 0)
    work.state = { ...work.state, frame: { ...frame, seen: [...seen, ...fresh.map((m) => m.kind)] } }
}

/** Numbers are never repeated in full, not even to who typed them: somebody may look over their shoulder. */
const shownSpan = (span: string): string =>
  span.replace(/\d[\d\s-]{5,}\d[xX]?/g, (number) => maskPhone(number.replace(/[\s-]/g, '')))
