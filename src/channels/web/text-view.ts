/** One published edition of an original as the public may read it. */
export interface PublicText {
  readonly title: string
  readonly edition: number
  /** `正式条文`, `官方答问` … */
  readonly authority: string
  readonly region: string
  readonly issuer: string
  /** ISO days. */
  readonly from?: string
  readonly until?: string
  /** Where it stands today: in force, to come, followed by another edition, or over with none to follow. */
  readonly standing: 'in-force' | 'to-come' | 'followed' | 'over'
  /** Path of the edition in force where it is not this one: `/texts/t7/3`. */
  readonly current?: string
  /** In full; passages are spans of it, UTF-16 offsets. */
  readonly text: string
  readonly passages: readonly {
    readonly id: string
    readonly label: string
    readonly start: number
    readonly end: number
  }[]
}

/** The page of an original. Everything in it is text: what a file brought in can act on nobody. */
export function textView(text: PublicText): string {
  const title = escaped(text.title)
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#12504b">
    <meta name="format-detection" content="telephone=no">
    <meta name="robots" content="noindex">
    <title>${title} - 清问</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/base.css">
    <link rel="stylesheet" href="/text.css">
  </head>
  <body class="original">
    <header class="top"><p><a href="/">清问</a></p></header>
    <main>
      <h1>${title}</h1>
      <p class="tags"><span class="tag">${escaped(text.authority)}</span><span class="tag">${escaped(text.region)}</span></p>
      <dl>
        <dt>制定或发布</dt><dd>${escaped(text.issuer)}</dd>
        <dt>施行</dt><dd>${validity(text)}</dd>
      </dl>
      ${standing(text)}
      ${text.authority === '正式条文' ? '' : '<p class="notice">这份材料不是正式条文，只供参考；办理时请以有权机关公布的文本为准。</p>'}
      <article>
${body(text)}
      </article>
      <p class="end">全文到此。这是清问收录的第${text.edition}版，与公布的文本不一致时，以公布的文本为准。</p>
    </main>
  </body>
</html>
`
}

function validity({ from, until }: PublicText): string {
  const start = from === undefined ? '起始日期不详' : `${spoken(from)}起`
  return until === undefined ? start : `${start}，${spoken(until)}止`
}

function standing({ standing, current }: PublicText): string {
  const link = current === undefined ? '' : `<a href="${escaped(current)}">看现行的版本</a>`
  switch (standing) {
    case 'in-force':
      return ''
    case 'to-come':
      return `<p class="notice">这一版还没有开始施行。${link}</p>`
    case 'followed':
      return `<p class="notice">这是以前的版本，已经被新的版本取代，只适用于它施行期间的事。${link}</p>`
    case 'over':
      return '<p class="notice">这份文件已经不再施行，只适用于它施行期间的事。</p>'
  }
}

/** The text in full, paragraph by paragraph; where a passage begins stands its anchor. */
function body({ text, passages }: PublicText): string {
  const sorted = passages
    .filter(({ id, start, end }) => /^[\w.-]+$/.test(id) && start < end && end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const out: string[] = []
  let at = 0
  const between = (end: number) => {
    for (const line of lines(text.slice(at, end))) out.push(`<p class="between">${line}</p>`)
  }
  for (const { id, label, start, end } of sorted) {
    // A passage within another keeps its anchor, its words are there already.
    if (start < at) {
      out.push(`<a id="${id}"></a>`)
      continue
    }
    between(start)
    const inner = lines(text.slice(start, end)).map((line) => `<p>${line}</p>`)
    out.push(`<section id="${id}" tabindex="-1" aria-label="${escaped(label)}">${inner.join('')}</section>`)
    at = end
  }
  between(text.length)
  return out.join('\n')
}

const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(escaped)

/** Markup becomes letters; what cannot be seen, or would turn the line around, becomes a box that can. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Co}\p{Cs}\u2028\u2029]|(?![\n\t])\p{Cc}/gu, '□')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function spoken(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
