/** Rows by the topic they belong to, in their order; those without one are left out. */
export function byTopic<Row extends { readonly topic: string | null }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const out = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.topic === null) continue
    const own = out.get(row.topic)
    if (own) own.push(row)
    else out.set(row.topic, [row])
  }
  return out
}
