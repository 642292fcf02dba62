import { bareText } from '../base/index.ts'
import { type Instrument, type Library, liesIn } from '../knowledge/index.ts'
import type { DigestClause } from '../originals/index.ts'
import type { TextSays } from '../runtime/index.ts'

/**
 * The digest's clauses a text may be the original of: those of the instruments it is, or is the source of, within its own
 * region. Words alone cannot tell two cities' sentences apart, so a text is never matched beyond these.
 */
export function digestOf(
  says: Pick<TextSays, 'title' | 'region' | 'authority'>,
  text: string,
  library: Pick<Library, 'instruments' | 'clauses' | 'places'>,
): readonly DigestClause[] {
  const instruments = originalOf(says, text, library)
  return [...library.clauses.values()]
    .filter(({ instrument, entry }) => instruments.includes(instrument) && entry.status !== 'gap')
    .map(({ entry: { id, label, text, article, words } }) => ({
      id,
      label,
      text,
      ...(article === undefined ? {} : { article }),
      ...(words === undefined ? {} : { words }),
    }))
}

/** The instruments of the digest that a text is an original of; none until its title and region are known. */
export function originalOf(
  { title, region, authority }: Pick<TextSays, 'title' | 'region' | 'authority'>,
  text: string,
  { instruments, places }: Pick<Library, 'instruments' | 'places'>,
): readonly Instrument[] {
  if (title === undefined || region === undefined) return []
  const within = instruments.filter((each) => each.authority !== '编写建议' && liesIn(each.region, region, places))
  const own = nameOf(title, region)
  // A regulation names others in 《》 all the time; who explains or reports names what it is about.
  const told = authority === '正式条文' ? '' : bareText(text)
  const found = within.filter((each) => {
    const names = [each.title, ...(each.aliases ?? [])].map((name) => nameOf(name, each.region)).filter(longEnough)
    if (names.some((name) => name === own || (longEnough(own) && (own.endsWith(name) || name.endsWith(own)))))
      return true
    if (bareText(each.source.title) === bareText(title)) return true
    return told !== '' && region !== '全国' && names.some((name) => told.includes(name))
  })
  // Digests written from one source were written from one text.
  const sources = new Set(authority === '正式条文' ? [] : found.map(({ source }) => source.title))
  return within.filter((each) => found.includes(each) || sources.has(each.source.title))
}

/** Shorter names (激励意见, 容错办法) are everybody's. Characters. */
const shortest = 6
const longEnough = (name: string) => name.length >= shortest

/** A name without what people leave out: its place and office in front, 试行 behind. */
function nameOf(title: string, region: string): string {
  const place = bareText(region).replace(/[省市县区州]$/u, '')
  return bareText(title)
    .replace(new RegExp(`^(?:中共)?${place}[省市县区州]?`, 'u'), '')
    .replace(/^(?:纪委监委机关|纪委监委|纪检监察机关|纪检监察工委|市委办公室|市委)(?=.{6})/u, '')
    .replace(/^(?:印发|关于印发)(?=.{6})/u, '')
    .replace(/(?:的通知)?(?:试行|暂行|修订)?$/u, '')
}
