/** The value below which the share `q` (0..1) of all values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`

/** Rows as an aligned table; Chinese counts as two columns wide. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, n) => Math.max(...all.map((row) => width(row[n] ?? ''))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, n) => cell + ' '.repeat((widths[n] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.map(line)].join('\n')
}

const width = (text: string) => [...text].reduce((sum, c) => sum + (/[\u1100-\uffef]/.test(c) ? 2 : 1), 0)
