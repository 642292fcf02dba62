/** What is looked at of a parsed node; the parser's own nodes fit it. */
export interface MarkupNode {
  readonly type: string
  readonly data?: string
  readonly name?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly MarkupNode[]
  readonly prev?: MarkupNode | null
}

/** Elements that begin a line of their own. */
const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** Old sites lay pages out in tables: what is longer than any cell of a list, or holds a table, is a frame and no cell. */
const longestCell = 400

/**
 * The words under an element, one block a line, a table row by row with ` | ` between cells. Without recursion: pages nested
 * a hundred thousand deep are made on purpose.
 */
export function walk(root: MarkupNode): string {
  const out: string[] = []
  const frames = framesIn(root)
  // What is still to do, last first: nodes to open, strings to write.
  const open: (MarkupNode | string)[] = [root]
  /** Cells we are within: there blocks do not end the line, or a row would not be one. */
  let cells = 0
  /** Footnotes are counted as mammoth counts their signs: by the order in which they stand. */
  let notes = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') {
      if (next === '</td>') cells--
      else out.push(cells > 0 ? ' ' : next)
      continue
    }
    if (next.type === 'text') out.push((next.data ?? '').replace(/\s+/g, ' '))
    const { name = '', attribs = {}, children } = next
    if (!children || /^#(?:foot|end)note-ref/.test(attribs['href'] ?? '')) continue
    const isCell = isCellName(name) && !frames.has(next)
    const isBlock = blocks.has(name) || frames.has(next) || name === 'br'
    if (isBlock) open.push('\n')
    if (isCell) open.push('</td>')
    for (let at = children.length - 1; at >= 0; at--) open.push(children[at]!)
    if (isCell) {
      if (hasCellBefore(next, frames)) out.push(' | ')
      cells++
    } else if (isBlock) out.push(cells > 0 ? ' ' : '\n')
    if (/^(?:foot|end)note-\d+$/.test(attribs['id'] ?? '')) out.push(`[${++notes}] `)
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '' && !/^[| ]+$/.test(line))
    .join('\n')
    .replace(/^(\[\d+\])\n/gm, '$1 ')
}

/** Cells that are frames of a layout. */
function framesIn(root: MarkupNode): ReadonlySet<MarkupNode> {
  const order: { readonly node: MarkupNode; readonly above: number }[] = [{ node: root, above: -1 }]
  for (let at = 0; at < order.length; at++)
    for (const child of order[at]!.node.children ?? []) order.push({ node: child, above: at })
  const length = new Float64Array(order.length)
  const table = new Uint8Array(order.length)
  const frames = new Set<MarkupNode>()
  // From the leaves up: whoever stands later in the order is further in.
  for (let at = order.length - 1; at >= 0; at--) {
    const { node, above } = order[at]!
    if (node.type === 'text') length[at] = (node.data ?? '').length
    if (isCellName(node.name ?? '') && (table[at] || length[at]! > longestCell)) frames.add(node)
    if (above < 0) continue
    length[above] = length[above]! + length[at]!
    if (table[at] || node.name === 'table') table[above] = 1
  }
  return frames
}

function hasCellBefore(cell: MarkupNode, frames: ReadonlySet<MarkupNode>): boolean {
  for (let before = cell.prev; before; before = before.prev)
    if (isCellName(before.name ?? '')) return !frames.has(before)
  return false
}

function isCellName(name: string): boolean {
  return name === 'td' || name === 'th'
}
