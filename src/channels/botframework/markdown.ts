/**
 * Plain text as Teams' markdown shows it unchanged: replies quote what people typed, and that must never be read as markup.
 * Line ends stay line ends. `〔1〕` becomes `[1]`, which Teams links to the citation of that position.
 *
 * @param marks positions that have a citation; others stay as they are.
 */
export function asMarkdown(text: string, marks: ReadonlySet<number> = new Set()): string {
  return text
    .replace(/〔(\d+)〕|[\\`*_{}[\]()#+\-.!|~=:>]|[&<]/g, (found, mark: string | undefined) => {
      if (mark !== undefined) return marks.has(Number(mark)) ? `[${mark}]` : found
      return entities[found] ?? `\\${found}`
    })
    .replace(/^[ \t]+|[ \t]+(?=\n)/gm, (blank) => blank.replace(/[ \t]/g, '\u00a0'))
    .replace(/(?<!\n)\n(?!\n)/g, '  \n')
}

// Teams reads a little HTML within markdown, `<at>` too; a backslash does not keep it from that.
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
