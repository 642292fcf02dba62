import { alike } from './alike.ts'
import { compiled, speaksAgainst, specificity } from './door-words.ts'
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
  const named = byWords(doors, said, whole)
  const like = byLikeness(doors, said, whole, named ? beyondDoubt : 0)
  return like?.kind === 'safety' ? like : (named ?? like)
}

/** Above this likeness to what passes, words alone refuse nothing. Danger is never reasoned away, and what belongs elsewhere is told by its words. */
const surelyOurs = { safety: 1, refused: 0.9, 'out-of-scope': 1 } as const
/**
 * What a text must reach to stand at a door without its words: unlikeness to what passes, and a share with one of the door's own examples.
 * A long text has more places to look alike, so it must be unlike by more. Set on questions and answers the examples do not hold:
 * of those that belong at a door half of what words had missed is found, of those that pass none is stopped.
 */
const alikeEnough = { short: 0.8, long: 0.92, share: 0.1 } as const
/** From here a stray word of a question does not turn a request into one. */
const beyondDoubt = 0.95

function byWords(doors: readonly Door[], said: readonly string[], whole: string): Door | undefined {
  let best: Door | undefined
  let bestRank = 0
  for (const door of doors) {
    for (const breath of said) {
      const rank = specificity(compiled(door), breath, door.kind === 'out-of-scope' ? whole : breath)
      if (rank <= bestRank || (alike(doors, breath)?.ours ?? 0) > surelyOurs[door.kind]) continue
      best = door
      bestRank = rank
    }
  }
  return best
}

/** @param atLeast unlikeness to what passes that is asked in any case. */
function byLikeness(doors: readonly Door[], said: readonly string[], whole: string, atLeast: number): Door | undefined {
  const least = Math.max(atLeast, said.length > 1 ? alikeEnough.long : alikeEnough.short)
  const seen = said.flatMap((breath) => {
    const likeness = alike(doors, breath)
    if (!likeness || 1 - likeness.ours < least || likeness.share < alikeEnough.share) return []
    return 1 - likeness.ours >= beyondDoubt || !speaksAgainst(compiled(likeness.door), breath, whole) ? [likeness] : []
  })
  return seen.sort((a, b) => order[a.door.kind] - order[b.door.kind] || a.ours - b.ours)[0]?.door
}

const order = { safety: 0, refused: 1, 'out-of-scope': 2 } as const

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
