import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { Refused } from '../../base/index.ts'

/** WeCom's messages are three deep (`xml`, `SendLocationInfo`, its parts); more is nobody's message. */
const deepest = 6
/** More elements than any message has. */
const mostTags = 400

const parser = new XMLParser({
  ignoreAttributes: true,
  // Numbers stay text: a MsgId has more digits than a number can hold.
  parseTagValue: false,
  trimValues: true,
  maxNestedTags: deepest,
})

const Document = z.object({ xml: z.record(z.string(), z.unknown()) })

/**
 * Reads one of WeCom's XML messages: the elements under `xml` that hold text alone, by name. What is nested is left out.
 *
 * @throws Refused `badEnvelope` for what is no such message, and before anything is parsed for declarations of types or
 * entities, depth and number beyond bounds.
 */
export function readXml(text: string): Readonly<Record<string, string>> {
  // What people typed stands in CDATA and may look like anything.
  const bare = withoutData(text)
  if (
    bare === undefined ||
    bare.includes('<!') ||
    bare.replace(/^\s*<\?xml[^>]*\?>/, '').includes('<?') ||
    tooDeep(bare)
  )
    throw new Refused('badEnvelope')
  const read = Document.safeParse(parsed(text))
  if (!read.success) throw new Refused('badEnvelope')
  return Object.fromEntries(
    Object.entries(read.data.xml).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** The text without its CDATA; absent if one has no end. Not a pattern, which would look for a missing end again and again. */
function withoutData(text: string): string | undefined {
  const kept: string[] = []
  for (let at = 0; ; ) {
    const start = text.indexOf('<![CDATA[', at)
    if (start < 0) return kept.concat(text.slice(at)).join('')
    const end = text.indexOf(']]>', start)
    if (end < 0) return undefined
    kept.push(text.slice(at, start))
    at = end + 3
  }
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text)
  } catch (cause) {
    throw new Refused('badEnvelope', { cause })
  }
}

function tooDeep(bare: string): boolean {
  let depth = 0
  let tags = 0
  for (const [, closes, , selfClosed] of bare.matchAll(/<(\/?)([^<>]*?)(\/?)>/g)) {
    if (++tags > mostTags) return true
    if (closes) depth--
    else if (!selfClosed && ++depth > deepest) return true
  }
  return false
}
