import { alike } from './alike.ts'
import { asks } from './asks.ts'
import { compiled, speaksAgainst, specificity } from './door-words.ts'
import { readsAsOurs } from './passing.ts'
import { spoken } from './spoken.ts'
import type { Door } from './types.ts'

/**
 * The door a text stands at, if any: by its words, or, where those say nothing, by its likeness to what people said at the doors.
 * Safety comes before refusals, refusals before what belongs elsewhere; among doors of one kind the most specific wins.
 * Spelling is evened out first (width, case, traditional characters, dialect, frequent slips, blanks and marks), for the text and the doors' words alike.
 * Danger and requests are looked for within a breath of the text, so that words far apart in a long story do not meet. Linear in the text.
 */
export function screen(doors: readonly Door[], text: string): Door | undefined {
  const whole = spoken(text)
  if (whole === '') return undefined
  const said = breaths(text, whole)
  // A question beside it does not take back what one sentence says.
  const alone = text
    .split(/[。！？!?；;\n]+/)
    .map(spoken)
    .filter((sentence) => sentence !== '')
  const asked = askedIn(text, whole)
  const worded = byWords(doors, said, alone, asked, whole)
  const passes = worded && worded.kind !== 'safety' && !ordersUs.test(whole) && readsAsOurs(doors, whole)
  const named = passes ? undefined : worded
  const least = named ? beyondDoubt : 0
  // Danger is heard wherever in a story it is told.
  const danger = byLikeness(doors, said, whole, least)
  const like = danger?.kind === 'safety' || !asked ? danger : byLikeness(doors, asked, whole, least)
  return named?.kind !== 'safety' && like?.kind === 'safety' ? like : (named ?? like)
}

/**
 * What a text must reach to stand at a door without its words: unlikeness to what passes, a share with one of the door's own examples,
 * and so many characters, because a short text is a command or an answer. What asks for nothing is most likely told in passing or answers
 * a question, and a long text has more places to look alike: both must be unlike by more.
 * Set by holding back a quarter of the examples at a time: 0.4 % of what should pass is stopped.
 */
const alikeEnough = {
  unlike: { safety: 0.85, refused: 0.9, 'out-of-scope': 0.9 },
  unlikeIfToldOnly: 0.97,
  unlikeInLong: 0.94,
  share: 0.1,
  characters: 6,
} as const
/** Asks or orders something, in the spelling of `spoken`. */
const asksForIt =
  /[吗呢么吧]$|帮|教|给我|替我|告诉|怎么|能不能|谁|哪|什么|有没|([\p{Script=Han}])[不没]\1|办法|招|求|让他|叫他|我要|我想|写|编|发我|透|多少|几个|说说|忽略|你是|你就/u
/** Tells the program to do it: what else the text reads like does not count then. */
const ordersUs = /帮[我忙]|教[我教]|替我|给我[编写造拟弄做]|查[查下]是谁/u
/** Nearly the words of an example: then being unlike what passes by more than half is enough. */
const nearlySame = { share: 0.5, unlike: 0.5 } as const
/** From here a stray word of a question does not turn a request into one. */
const beyondDoubt = 0.95

function byWords(
  doors: readonly Door[],
  said: readonly string[],
  alone: readonly string[],
  asked: readonly string[] | undefined,
  whole: string,
): Door | undefined {
  let best: Door | undefined
  let bestRank = 0
  for (const door of doors) {
    const heard = door.kind === 'safety' ? [...said, ...alone] : (door.kind === 'out-of-scope' && asked) || said
    for (const breath of heard) {
      const rank = specificity(compiled(door), breath, door.kind === 'out-of-scope' && !asked ? whole : breath)
      if (rank <= bestRank) continue
      best = door
      bestRank = rank
    }
  }
  return best
}

/** @param atLeast unlikeness to what passes that is asked in any case. */
function byLikeness(doors: readonly Door[], said: readonly string[], whole: string, atLeast: number): Door | undefined {
  const seen = said.flatMap((breath) => {
    const likeness = alike(doors, breath)
    if (!likeness || likeness.share < alikeEnough.share || breath.length < alikeEnough.characters) return []
    const unlike = 1 - likeness.ours
    const least = Math.max(
      alikeEnough.unlike[likeness.door.kind],
      said.length > 1 ? alikeEnough.unlikeInLong : 0,
      likeness.door.kind === 'safety' || asksForIt.test(breath) ? 0 : alikeEnough.unlikeIfToldOnly,
    )
    if (unlike < Math.max(atLeast, likeness.share >= nearlySame.share ? nearlySame.unlike : least)) return []
    if (likeness.share >= nearlySame.share) return [likeness]
    return unlike >= beyondDoubt || !speaksAgainst(compiled(likeness.door), breath, whole) ? [likeness] : []
  })
  return seen.sort((a, b) => order[a.door.kind] - order[b.door.kind] || a.ours - b.ours)[0]?.door
}

const order = { safety: 0, refused: 1, 'out-of-scope': 2 } as const

/** Words of what this house is for; a long story that has one is about that, whatever else happens in it. */
const ours =
  /举报|检举|实名|考验期|约谈|点名|处分|容错|备案|澄清|诬告|错告|线索|问责|回访|核查|查否|查实|纪检|监委|接访|受理|警告|通报|找我谈话/u

/**
 * The sentences of a long story that ask for something, where the story is about what this house is for: only they say what is
 * wanted. 跟儿媳妇吵了一架 beside a question about an answer that is due is no family matter. Absent for anything else.
 */
function askedIn(text: string, whole: string): readonly string[] | undefined {
  if (!ours.test(whole)) return undefined
  const sentences = text.match(/[^。！？!?；;\n]+[。！？!?；;\n]*/g) ?? []
  const asked = sentences.filter(asks).map(spoken)
  const long = sentences.length > 2 || (sentences.length > 1 && whole.length > breath)
  return long && asked.length > 0 ? asked : undefined
}

/** A wish, its object and its reason fit in so many characters. */
const breath = 70

/** The text whole if it is short; else its sentences two by two, and what has no full stops in overlapping pieces. */
function breaths(text: string, whole: string): readonly string[] {
  if (whole.length <= breath) return [whole]
  const sentences = text
    .split(/[。！？!?；;\n]+/)
    .map(spoken)
    .filter((s) => s !== '')
  const pairs = sentences.length > 1 ? sentences.slice(1).map((s, n) => (sentences[n] ?? '') + s) : sentences
  return pairs.flatMap((pair) =>
    pair.length <= breath
      ? [pair]
      : Array.from({ length: Math.ceil((pair.length * 2) / breath) - 1 }, (_, n) =>
          pair.slice((n * breath) / 2, (n * breath) / 2 + breath),
        ),
  )
}
