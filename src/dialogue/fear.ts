import { tellsDeed } from '../reading/index.ts'
import { flowOf } from './form.ts'
import { spoken, spokenOurs } from './spoken.ts'
import type { Comfort, FearWords } from './types.ts'
import { dropAside, nextOf, phrase, say, type Work } from './work.ts'

// Fear said out loud is no answer, no consent and no question about the rules: it is spoken to first, then everything goes on as it was.

/** A message that is nothing but fear. `leaving`: the person would rather stop. */
export interface Fear {
  readonly fear: FearWords
  readonly leaving: boolean
}

/** Longer than people say that they are afraid; what is longer tells of something. */
const longest = 48

/** The fear that the whole of `text` is. Beside a story there is none: the story is an answer, and must be kept. */
export function fearIn(fears: readonly FearWords[] | undefined, text: string): Fear | undefined {
  if (text.length > longest) return undefined
  const fear = feared(fears, text)
  if (!fear) return undefined
  const parts = text.split(PAUSE).filter((part) => spoken(part) !== '')
  const beside = parts.filter((part) => !LEAVING.test(part) && !ofFear(fear, part))
  if (beside.some((part) => spoken(part).length > 8 || tellsDeed(part))) return undefined
  // 我怕他报复，去年他就把老王打了: one breath may hold the fear and the deed.
  if (parts.some((part) => spoken(part).length > 24 && tellsDeed(part))) return undefined
  return { fear, leaving: LEAVING.test(text) }
}

/** Speaks to the fear. In a form its question follows, an offer stays open, and who would rather stop is asked what becomes of it. */
export function tellFear(work: Work, { fear, leaving }: Fear, leave: () => void): void {
  const { aside, frame } = work.state
  comfort(
    work,
    nextOf(work, `fear.${fear.id}`, (work.setting.knownBy === undefined ? undefined : fear.known) ?? fear.says),
  )
  work.events.push(`fear:${fear.id}`)
  if (aside?.id === 'start_choice') {
    if (leaving) {
      work.state = dropAside(work.state)
      say(work, phrase(work, 'notStarted'))
    } else work.question = { text: phrase(work, 'fear.offer'), ...(aside.choices ? { choices: aside.choices } : {}) }
  } else if (leaving && frame) leave()
  else if (frame) say(work, phrase(work, 'fear.goOn'))
  else if (fear.choices && !aside)
    work.question = { text: '', choices: fear.choices.map((label) => ({ label, value: label })) }
}

/** True if a fear stands anywhere in the text, whatever is told beside it. */
export const tellsFear = (fears: readonly FearWords[] | undefined, text: string): boolean =>
  feared(fears, text) !== undefined

/** Fear told beside an answer is heard too: not again for a good while, in a form that may be handed in unnamed. */
export function hearFearBeside(work: Work): void {
  const { frame, used } = work.state
  if (!frame || used.includes(BESIDE) || !flowOf(work.bot, frame).anonymous) return
  const beside = feared(work.bot.fears, work.text)?.beside
  if (!beside) return
  work.state = { ...work.state, used: [BESIDE, ...used].slice(0, 24) }
  comfort(work, beside)
}

const BESIDE = 'fear.beside#said'
const PAUSE = /[,，。.!！?？;；、…~～\s]+/u
const LEAVING =
  /算了|拉倒|不(?:写|填|弄|举报|告|报|搞|说|交|整|反映)了|还是别|要不(?:就)?别|放弃|不想(?:写|填|弄|举报|告|反映)|不敢(?:写|填|举报|告|交|弄|反映)了/
/** What people put before it: 说实话我心里还是有点怕. */
const LEAD =
  /^(?:还是算了|算了|拉倒|说实话|说真的|老实说|不瞒你|其实|就是|可是|但是|但|不过|主要是|主要|因为|唉|哎|那|可|我|真的|真|现在|总是|总|老是|心里|还是|还|有点|有些|好|很|挺|特别|非常|越想越|越写越|手都|一直)+/

function comfort(work: Work, said: Comfort | undefined): void {
  const { knownBy = '' } = work.setting
  if (said)
    say(
      work,
      said.text.replaceAll('{by}', () => knownBy),
      said.cites,
    )
}

function feared(fears: readonly FearWords[] | undefined, text: string): FearWords | undefined {
  const whole = spoken(text)
  const breaths = text.split(PAUSE).map(bareBreath)
  return fears?.find((fear) => {
    const { when, unless } = spelled(fear)
    return (
      !unless.some((word) => whole.includes(word)) &&
      when.some((groups) => groups.every((any) => any.some((word) => holds(whole, breaths, word))))
    )
  })
}

/** True if a part of the message has one of the words the fear was found by. */
function ofFear(fear: FearWords, part: string): boolean {
  const [plain, bare] = [spoken(part), bareBreath(part)]
  return spelled(fear).when.some((groups) => groups.some((any) => any.some((word) => holds(plain, [bare], word))))
}

const holds = (whole: string, breaths: readonly string[], word: string): boolean =>
  word.startsWith('^') ? breaths.includes(word.slice(1)) : whole.includes(word)

const bareBreath = (part: string) => spoken(part).replace(LEAD, '').replace(TAIL, '')
const TAIL = /(?:啊|呀|哦|呢|啦|了|的|得很|得慌|得不行|死|诶)+$/u

const known = new WeakMap<FearWords, Pick<FearWords, 'when' | 'unless'>>()

/** A fear's words in the spelling texts are compared in, made once: every message is held against all of them. */
function spelled(fear: FearWords): Pick<FearWords, 'when' | 'unless'> {
  const before = known.get(fear)
  if (before) return before
  const spell = (word: string) => (word.startsWith('^') ? `^${spokenOurs(word.slice(1))}` : spokenOurs(word))
  const fresh = {
    when: fear.when.map((groups) => groups.map((any) => any.map(spell))),
    unless: fear.unless.map(spell),
  }
  known.set(fear, fresh)
  return fresh
}
