import { element } from './element.js'

/** The answers of a form to be looked over, a row for each, with a button to put it right. */
export function cardOf(card, say) {
  const buttons = []
  const rows = card.rows.map((row) => {
    const click = (event) => say(`改${row.label}`, event.detail === 0)
    const change = element('button', { type: 'button', class: 'small', 'aria-label': `改${row.label}`, click }, '改')
    buttons.push(change)
    // The roles are said aloud because narrow screens lay the rows out as blocks, and some browsers then forget the table.
    return element(
      'tr',
      { role: 'row' },
      element('th', { scope: 'row', role: 'rowheader' }, row.label),
      element(
        'td',
        { role: 'cell' },
        element('span', { class: 'text' }, row.value),
        row.said && row.said !== row.value
          ? element('span', { class: 'said' }, `您的原话：「${row.said}」`)
          : undefined,
      ),
      element('td', { role: 'cell', class: 'change' }, change),
    )
  })
  const heads = ['问的是', '您的回答', '要改吗'].map((head) =>
    element('th', { scope: 'col', role: 'columnheader' }, head),
  )
  const node = element(
    'table',
    { class: 'card', role: 'table' },
    element('caption', {}, card.title),
    element('thead', { class: 'unseen', role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads)),
    element('tbody', { role: 'rowgroup' }, ...rows),
  )
  return {
    node,
    close() {
      for (const button of buttons) button.disabled = true
    },
  }
}
