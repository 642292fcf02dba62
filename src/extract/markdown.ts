/** The words of a Markdown text: markup goes, headings, numbers of lists and the cells of tables stay. Line by line, linear. */
export function readMarkdown(source: string): { readonly text: string; readonly title?: string } {
  const body = source.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, '')
  const lines: string[] = []
  let title: string | undefined
  let fenced = false
  for (const line of body.split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) {
      fenced = !fenced
      continue
    }
    if (fenced) {
      lines.push(line)
      continue
    }
    // Rules, the line under a heading, the line under the head of a table.
    if (/^\s*(?:[-*_=]\s*){3,}$/.test(line) || (/^[\s|:-]+$/.test(line) && line.includes('-'))) continue
    const heading = line.length < 1000 ? /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(line) : null
    const words = inline(heading ? heading[1]! : line.replace(/^\s*(?:>\s*)+/, '').replace(/^\s*[-*+]\s+/, ''))
    if (heading && title === undefined) title = words
    lines.push(/^\s*\|.*\|\s*$/.test(line) ? cells(words) : words)
  }
  return { text: lines.join('\n'), ...(title ? { title } : {}) }
}

function inline(line: string): string {
  // Longer lines are no prose, and the patterns below would look at them many times.
  if (line.length > 20_000) return line
  return line
    .replace(/!\[[^\][]{0,300}\]\([^()]{0,2000}\)/g, '')
    .replace(/\[([^\][]{0,300})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/<[a-z/!][^<>]{0,300}>/gi, '')
    .replace(/\*\*([^*\n]{1,2000})\*\*/g, '$1')
    .replace(/(?<![*\w\\])\*([^*\s][^*\n]{0,2000})(?<!\\)\*(?![*\w])/g, '$1')
    .replace(/(?<!\w)__([^_\n]{1,2000})__(?!\w)/g, '$1')
    .replace(/`([^`\n]{1,500})`/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

function cells(row: string): string {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
    .join(' | ')
}
