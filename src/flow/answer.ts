/** A day or a stretch of days, both ends included, ISO `YYYY-MM-DD`; `text` is the person's own wording. */
export interface Period {
  readonly text: string
  readonly from?: string
  readonly to?: string
  readonly approx?: true
}

/** Yuan. A bare number has `min` equal to `max`; `text` is the person's own wording. */
export interface Amount {
  readonly text: string
  readonly min?: number
  readonly max?: number
  readonly approx?: true
}

/** `true` only for a statement that was agreed to; yes and no are the words `yes` and `no`. */
export type Value = string | true | readonly string[] | Period | Amount

/** Ways not to answer: 不知道, 跳过, 不想说, 后面再补. Four different answers, and none of them is a no. */
export type Withheld = 'unknown' | 'skipped' | 'declined' | 'later'

/**
 * One answer as kept: JSON only, so a row read back equals the row written.
 * `said` is the person's own words; `turn` counts the messages of the conversation, so an officer can find the place.
 */
export type Answer =
  | { readonly is: 'given'; readonly value: Value; readonly said: string; readonly turn: number }
  | { readonly is: Withheld; readonly said: string; readonly turn: number }

/** Path → answer. A path is a field id, or `facts[0].what` inside a list. A field not answered is absent, never null. */
export type Answers = Readonly<Record<string, Answer>>

/** @returns the value if one was given; what was withheld and what is absent both give `undefined`. */
export function given(answers: Answers, path: string): Value | undefined {
  const answer = answers[path]
  return answer?.is === 'given' ? answer.value : undefined
}

/** @returns how many items the list at `path` has: one more than the highest index in use. */
export function count(answers: Answers, path: string): number {
  let items = 0
  for (const key of Object.keys(answers))
    if (key.startsWith(`${path}[`)) items = Math.max(items, Number.parseInt(key.slice(path.length + 1), 10) + 1)
  return items
}

/**
 * The answers as other programs see them: paths → plain values, with a period as `…_text`, `…_from`, `…_to`
 * (and, where it is one day, that day under the path itself) and an amount as `…_text`, `…_min`, `…_max`;
 * `unknown`, `skipped`, `declined` as those words, `later` as 待补.
 */
export function plain(answers: Answers): Record<string, string | number | boolean | readonly string[]> {
  const out: Record<string, string | number | boolean | readonly string[]> = {}
  for (const [path, answer] of Object.entries(answers)) {
    if (answer.is !== 'given') out[path] = answer.is === 'later' ? '待补' : answer.is
    else if (typeof answer.value === 'string' || answer.value === true || Array.isArray(answer.value))
      out[path] = answer.value as string | true | readonly string[]
    else Object.assign(out, spread(path, answer.value as Period | Amount))
  }
  return out
}

function spread(path: string, value: Period | Amount): Record<string, string | number | boolean> {
  const { text, approx, ...bounds } = value
  const named = Object.entries(bounds).map(([name, bound]) => [`${path}_${name}`, bound as string | number])
  const siblings = path.replace(/[^.]*$/, '')
  const day = 'from' in value && value.from !== undefined && value.from === value.to ? { [path]: value.from } : {}
  return {
    [`${path}_text`]: text,
    ...Object.fromEntries(named),
    ...day,
    ...(approx ? { [`${siblings}approx`]: true } : {}),
  }
}
