import { inFormat } from './number-format.ts'

interface LevelStyle {
  readonly format: string
  /** `第%1条`, `（%2）` */
  readonly text: string
  readonly start: number
  readonly suffix: string
  /** The level whose number makes this one begin again; 0 for never. */
  readonly restart?: number
  /** Numbers of the levels above are written in Arabic digits. */
  readonly plain: boolean
}

interface NumberStyle {
  /** Lists of one abstract definition count on together. */
  readonly counts: string
  readonly levels: ReadonlyMap<number, LevelStyle>
}

/**
 * Writes the numbers Word counts by itself (一、 （一） 第三条) into the paragraphs, where readers of the words lose them
 * (ECMA-376 part 1, 17.9). What is not counted: numbers in text boxes and fields, bullets, picture bullets.
 *
 * @returns the document, its lists turned into paragraphs that begin with their number.
 */
export async function numbered(
  document: Uint8Array,
  numbering: Uint8Array | undefined,
  styles: Uint8Array | undefined,
): Promise<Uint8Array> {
  if (!numbering) return document
  const { load } = await import('cheerio')
  const open = (part: Uint8Array) => load(Buffer.from(part).toString(), { xml: { decodeEntities: false } })
  const lists = listsOf(open(numbering))
  const byStyle = styles ? styleNumbers(open(styles)) : new Map<string, readonly [string, number]>()
  const page = open(document)
  const counters = new Map<string, number[]>()

  page('w\\:p').each((_at, element) => {
    const paragraph = page(element)
    const properties = paragraph.children('w\\:pPr')
    const own = properties.children('w\\:numPr')
    const style = properties.children('w\\:pStyle').attr('w:val')
    const inherited = style === undefined ? undefined : byStyle.get(style)
    const list = own.children('w\\:numId').attr('w:val') ?? inherited?.[0]
    const level = Number(own.children('w\\:ilvl').attr('w:val') ?? inherited?.[1] ?? 0)
    own.remove()
    const found = list === undefined || list === '0' ? undefined : lists.get(list)
    const shown = found?.levels.get(level)
    // A paragraph without words has its number in Word too, but nothing to count.
    if (!found || !shown || paragraph.find('w\\:t').length === 0) return
    const label = count(found, shown, level, counters)
    if (label === '') return
    const run = `<w:r><w:t xml:space="preserve">${escaped(label)}${shown.suffix}</w:t></w:r>`
    if (properties.length > 0) properties.after(run)
    else paragraph.prepend(run)
  })
  return Buffer.from(page.xml())
}

function count(list: NumberStyle, shown: LevelStyle, level: number, counters: Map<string, number[]>): string {
  const counts = counters.get(list.counts) ?? []
  counters.set(list.counts, counts)
  counts[level] = (counts[level] ?? shown.start - 1) + 1
  for (const [deeper, style] of list.levels)
    if (deeper > level && style.restart !== 0 && (style.restart === undefined || level < style.restart))
      delete counts[deeper]
  if (shown.format === 'bullet' || shown.format === 'none') return ''
  return shown.text.replace(/%([1-9])/g, (_whole, digit: string) => {
    const at = Number(digit) - 1
    const style = list.levels.get(at)
    return inFormat(
      counts[at] ?? style?.start ?? 1,
      shown.plain && at !== level ? 'decimal' : (style?.format ?? 'decimal'),
    )
  })
}

type Xml = Awaited<ReturnType<typeof loadType>>
const loadType = async () => (await import('cheerio')).load('')

function listsOf(xml: Xml): ReadonlyMap<string, NumberStyle> {
  const abstract = new Map<string, ReadonlyMap<number, LevelStyle>>()
  const linked = new Map<string, string>()
  xml('w\\:abstractNum').each((_at, element) => {
    const one = xml(element)
    const id = one.attr('w:abstractNumId') ?? ''
    abstract.set(id, levelsOf(xml, one.children('w\\:lvl')))
    const link = one.children('w\\:styleLink').attr('w:val')
    if (link !== undefined) linked.set(link, id)
  })
  xml('w\\:abstractNum').each((_at, element) => {
    // A list that borrows the levels of a style: they stand in the definition the style is linked to.
    const link = xml(element).children('w\\:numStyleLink').attr('w:val')
    const lender = link === undefined ? undefined : abstract.get(linked.get(link) ?? '')
    if (lender) abstract.set(xml(element).attr('w:abstractNumId') ?? '', lender)
  })
  const lists = new Map<string, NumberStyle>()
  xml('w\\:num').each((_at, element) => {
    const one = xml(element)
    const id = one.attr('w:numId') ?? ''
    const definition = one.children('w\\:abstractNumId').attr('w:val') ?? ''
    const levels = new Map(abstract.get(definition) ?? [])
    let anew = false
    one.children('w\\:lvlOverride').each((_which, override) => {
      const over = xml(override)
      const level = Number(over.attr('w:ilvl') ?? 0)
      const own = levelsOf(xml, over.children('w\\:lvl')).get(level) ?? levels.get(level)
      const start = over.children('w\\:startOverride').attr('w:val')
      if (start !== undefined) anew = true
      if (own) levels.set(level, start === undefined ? own : { ...own, start: Number(start) })
    })
    lists.set(id, { counts: anew ? `num ${id}` : `abstract ${definition}`, levels })
  })
  return lists
}

function levelsOf(xml: Xml, levels: ReturnType<Xml>): ReadonlyMap<number, LevelStyle> {
  const found = new Map<number, LevelStyle>()
  levels.each((_at, element) => {
    const one = xml(element)
    const value = (name: string) => one.children(`w\\:${name}`).attr('w:val')
    const restart = value('lvlRestart')
    const suffix = value('suff')
    found.set(Number(one.attr('w:ilvl') ?? 0), {
      format: value('numFmt') ?? one.find('w\\:numFmt').attr('w:val') ?? 'decimal',
      text: unescaped(value('lvlText') ?? ''),
      start: Number(value('start') ?? 1),
      suffix: suffix === 'nothing' ? '' : ' ',
      ...(restart === undefined ? {} : { restart: Number(restart) }),
      plain: one.children('w\\:isLgl').length > 0,
    })
  })
  return found
}

/** Lists that come with a style of paragraph, through the styles it is based on. */
function styleNumbers(xml: Xml): ReadonlyMap<string, readonly [list: string, level: number]> {
  const own = new Map<string, { readonly list?: string; readonly level?: number; readonly base?: string }>()
  xml('w\\:style').each((_at, element) => {
    const one = xml(element)
    const number = one.children('w\\:pPr').children('w\\:numPr')
    const list = number.children('w\\:numId').attr('w:val')
    const level = number.children('w\\:ilvl').attr('w:val')
    const base = one.children('w\\:basedOn').attr('w:val')
    own.set(one.attr('w:styleId') ?? '', {
      ...(list === undefined ? {} : { list }),
      ...(level === undefined ? {} : { level: Number(level) }),
      ...(base === undefined ? {} : { base }),
    })
  })
  const all = new Map<string, readonly [string, number]>()
  for (const id of own.keys()) {
    let level: number | undefined
    // Word stops at ten steps; a ring of styles must not keep us.
    for (let at: string | undefined = id, steps = 0; at !== undefined && steps < 10; steps++) {
      const style = own.get(at)
      level ??= style?.level
      if (style?.list !== undefined) {
        all.set(id, [style.list, level ?? 0])
        break
      }
      at = style?.base
    }
  }
  return all
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
