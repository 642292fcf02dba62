import { z } from 'zod'
import { authorities, holdings } from '../base/index.ts'
import { type Instrument, relationKinds } from './types.ts'

const text = z.string().trim().min(1)
const texts = z.array(text)
const day = z.iso.date()
const id = z.string().regex(/^[a-z0-9]+(?:[._-][A-Za-z0-9]+)*$/)

const clause = z.strictObject({
  id,
  label: text,
  text,
  heading: text.exactOptional(),
  words: texts.exactOptional(),
  grade: z.enum(['A', 'B', 'inferred']),
  status: z.enum(['described', 'name-only', 'case', 'figure', 'gap', 'practice']).exactOptional(),
  region: text.exactOptional(),
  authority: z.enum(authorities).exactOptional(),
  article: text.exactOptional(),
  formerly: z.array(z.strictObject({ article: text, until: day, note: text.exactOptional() })).exactOptional(),
  validity: z.strictObject({ from: day.exactOptional(), until: day.exactOptional() }).exactOptional(),
  relations: z.array(z.strictObject({ kind: z.enum(relationKinds), to: id })).exactOptional(),
  answerable: z.boolean().exactOptional(),
})

/** One file of knowledge/instruments. */
export const instrumentFile = z.strictObject({
  id,
  title: text,
  short: text.exactOptional(),
  aliases: texts.exactOptional(),
  region: text,
  issuer: text,
  authority: z.enum(authorities),
  held: z.enum(holdings),
  validity: z.strictObject({ from: day.exactOptional(), until: day.exactOptional(), note: text.exactOptional() }),
  source: z.strictObject({ title: text, kind: text, date: text.exactOptional() }),
  clauses: z.array(clause).min(1),
  lists: z
    .array(z.strictObject({ id, title: text, intro: text.exactOptional(), items: z.array(id).min(1) }))
    .exactOptional(),
}) satisfies z.ZodType<Instrument>

/** What stands between the `---` lines of a guide. */
export const guideHead = z.strictObject({
  id,
  title: text,
  asks: texts.min(1),
  region: text.exactOptional(),
  audience: z.enum(['cadre', 'citizen', 'officer']).exactOptional(),
  suggestions: texts.exactOptional(),
  flow: text.exactOptional(),
})

/** One file of knowledge/asks. */
export const asksFile = z.array(z.strictObject({ cites: z.array(id), asks: texts.min(1) }))

/** knowledge/words.yaml and knowledge/everyday.yaml. */
export const wordsFile = z.array(z.strictObject({ say: texts.min(1), text: texts.min(1) }))

/** knowledge/places.yaml: `cities` province → its cities, `counties` city → its counties, names apart by blanks. */
export const placesFile = z.strictObject({
  cities: z.record(text, z.string()),
  counties: z.record(text, z.string()),
  /** Places with a `short` that the plain rule would get wrong. */
  shorts: z.record(text, text),
  /** Places whose short form is a piece of ordinary speech: their full name is the short one. */
  whole: z.string().exactOptional(),
})

/** knowledge/calendar.yaml. */
export const calendarFile = z.strictObject({
  coveredFrom: day,
  coveredUntil: day,
  years: z.array(
    z.strictObject({
      year: z.int(),
      notice: text,
      holidays: z.array(z.strictObject({ name: text, from: day, to: day })),
      work: z.array(day),
    }),
  ),
})
