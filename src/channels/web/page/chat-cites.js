import { element } from './element.js'

const held = { original: '', digest: '这里存的是摘要，以公布的原文为准', 'name-only': '这里只有名称，没有条文内容' }

/** The folded list of what an answer rests on; nothing where it rests on nothing. */
export function citesOf(cites) {
  if (cites.length === 0) return undefined
  const items = cites.map((cite) =>
    element(
      'li',
      { tabindex: '-1' },
      element('span', { class: 'source' }, `《${cite.instrument}》${cite.label}`),
      element('span', { class: 'tags' }, tag(cite.authority), tag(cite.region)),
      cite.quote ? element('blockquote', {}, cite.quote) : undefined,
      opens(cite),
      held[cite.held] ? element('span', { class: 'held' }, held[cite.held]) : undefined,
    ),
  )
  const summary = element('summary', {}, `依据 ${cites.length} 条`)
  const node = element('details', { class: 'cites' }, summary, element('ol', {}, ...items))
  return {
    node,
    count: cites.length,
    open(number) {
      node.open = true
      items[number - 1].focus()
    },
  }
}

/** The text of a message with its line breaks; marks like 〔2〕 open the cite they name. */
export function textWithMarks(text, list) {
  const parts = text.trim().split(/〔(\d{1,2})〕/)
  const children = parts.map((part, index) => {
    if (index % 2 === 0) return part
    const number = Number(part)
    if (!list || number < 1 || number > list.count) return `〔${part}〕`
    const click = () => list.open(number)
    return element(
      'button',
      { type: 'button', class: 'mark', 'aria-label': `看依据第${number}条`, click },
      `〔${number}〕`,
    )
  })
  const said = children.filter((child) => child !== '')
  return said.length > 0 ? element('p', { class: 'text' }, ...said) : ''
}

/** The original itself at the place that is quoted, beside the talk and not in its stead; only ever a page of our own. */
function opens(cite) {
  if (!(cite.opens || '').startsWith('/texts/')) return undefined
  const attributes = { class: 'opens', href: cite.opens, target: '_blank', rel: 'noopener noreferrer' }
  const name = `打开《${cite.instrument}》${cite.label}原文，在新的窗口`
  return element('a', { ...attributes, 'aria-label': name }, '打开原文')
}

const tag = (text) => element('span', { class: 'tag' }, text)
