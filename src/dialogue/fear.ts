import { tellsDeed } from '../reading/index.ts'
import { flowOf } from './form.ts'
import { spoken } from './spoken.ts'
import type { About } from './types.ts'
import { dropAside, phrase, say, type Work } from './work.ts'

// Fear said out loud is no answer, no consent and no question about the rules: it is spoken to first, then everything goes on as it was.

/** A message that is nothing but fear. `leaving`: the person would rather stop. */
export interface Fear {
  readonly about: About
  readonly leaving: boolean
}

/** Longer than people say that they are afraid; what is longer tells of something. */
const longest = 48

/** The fear that the whole of `text` is. Beside a story there is none: the story is an answer, and must be kept. */
export function fearIn(abouts: readonly About[] | undefined, text: string): Fear | undefined {
  const about = feared(abouts, text)
  if (!about || text.length > longest) return undefined
  const parts = text.split(PAUSE).filter((part) => spoken(part) !== '')
  const beside = parts.filter((part) => !LEAVING.test(part) && !ofFear(about, part))
  if (beside.some((part) => spoken(part).length > 8 || tellsDeed(part))) return undefined
  // 我怕他报复，去年他就把老王打了: one breath may hold the fear and the deed.
  if (parts.some((part) => spoken(part).length > 24 && tellsDeed(part))) return undefined
  return { about, leaving: LEAVING.test(text) }
}

/** Speaks to the fear. In a form its question follows, an offer stays open, and who would rather stop is asked what becomes of it. */
export function tellFear(work: Work, { about, leaving }: Fear, leave: () => void): void {
  const { aside, frame } = work.state
  say(work, wording(work, about), about.cites)
  work.events.push(`fear:${about.id}`)
  if (aside?.id === 'start_choice') {
    if (leaving) {
      work.state = dropAside(work.state)
      say(work, phrase(work, 'notStarted'))
    } else work.question = { text: phrase(work, 'fear.offer'), ...(aside.choices ? { choices: aside.choices } : {}) }
  } else if (leaving && frame) leave()
  else if (frame) say(work, phrase(work, 'fear.goOn'))
  else if (about.choices && !aside)
    work.question = { text: '', choices: about.choices.map((label) => ({ label, value: label })) }
}

/** Fear told beside an answer is heard too: once in a conversation, in a form that may be handed in unnamed. */
export function hearFearBeside(work: Work): void {
  const { frame, used } = work.state
  if (!frame || used.includes(BESIDE) || !flowOf(work.bot, frame).anonymous) return
  if (!feared(work.bot.about, work.text)) return
  work.state = { ...work.state, used: [BESIDE, ...used].slice(0, 24) }
  say(work, phrase(work, 'fear.beside'), ['nat.rule.47.1'])
}

const BESIDE = 'fear.beside#said'
const PAUSE = /[,，。.!！?？;；、…~～\s]+/u
const LEAVING =
  /算了|拉倒|不(?:写|填|弄|举报|告|报|搞|说|交|整|反映)了|还是别|要不(?:就)?别|放弃|不想(?:写|填|弄|举报|告|反映)|不敢(?:写|填|举报|告|交|弄|反映)了/
/** What people put before it: 说实话我心里还是有点怕. */
const LEAD =
  /^(?:还是算了|算了|拉倒|说实话|说真的|老实说|不瞒你|其实|就是|可是|但是|但|不过|主要是|主要|因为|唉|哎|那|可|我|真的|真|现在|总是|总|老是|心里|还是|还|有点|有些|好|很|挺|特别|非常|越想越|越写越|手都|一直)+/

function feared(abouts: readonly About[] | undefined, text: string): About | undefined {
  const whole = spoken(text)
  const parts = text.split(PAUSE).map((part) => spoken(part).replace(LEAD, ''))
  return abouts?.find(
    ({ fear, when, unless }) =>
      fear &&
      !unless.some((word) => whole.includes(word)) &&
      when.some((groups) => groups.every((any) => any.some((word) => holds(whole, parts, word)))),
  )
}

/** True if a part of the message has one of the words the fear was found by. */
function ofFear({ when }: About, part: string): boolean {
  const plain = spoken(part)
  const bare = plain.replace(LEAD, '')
  return when.some((groups) => groups.some((any) => any.some((word) => holds(plain, [bare], word))))
}

/** `^怕`: one breath is that and no more; else it stands anywhere. */
const holds = (whole: string, parts: readonly string[], word: string): boolean =>
  word.startsWith('^') ? parts.some((part) => part.replace(TAIL, '') === word.slice(1)) : whole.includes(spoken(word))
const TAIL = /(?:啊|呀|哦|呢|啦|了|的|得很|得慌|得不行|死|诶)+$/u

/** Of several wordings the one used longest ago; where the channel knows who writes, nothing else is promised. */
function wording(work: Work, { id, says, known }: About): string {
  const told = (work.setting.knownBy === undefined ? undefined : known) ?? says
  const tag = (n: number) => `about.${id}#${n}`
  const { used } = work.state
  const rank = (n: number) => (used.includes(tag(n)) ? used.indexOf(tag(n)) : Number.POSITIVE_INFINITY)
  const at = told.reduce((best, _, n) => (rank(n) > rank(best) ? n : best), 0)
  work.state = { ...work.state, used: [tag(at), ...used.filter((tagged) => tagged !== tag(at))].slice(0, 24) }
  return (told[at] ?? '').replaceAll('{by}', () => work.setting.knownBy ?? '')
}
