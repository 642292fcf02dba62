/** Article numbers as people say them: `1`, `2`, `3`, `5` are 1至3、5. Whole codes of laws have a thousand. */
export function numberRuns(articles: readonly string[]): string {
  const plain = articles.filter((article) => /^\d+$/.test(article)).map(Number)
  const other = articles.filter((article) => !/^\d+$/.test(article))
  const runs: [number, number][] = []
  for (const number of [...new Set(plain)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  const written = runs.flatMap(([from, to]) =>
    to - from > 1 ? [`${from}至${to}`] : from === to ? [String(from)] : [String(from), String(to)],
  )
  return [...written, ...other.map((article) => article.replace('-', '之'))].join('、')
}
