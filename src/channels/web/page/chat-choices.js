import { element } from './element.js'

/** The answers offered to a question, as buttons. Once answered, by button or in words, they stay to be read and are off. */
export function choicesOf(actions, say) {
  const buttons = actions.map((action) => {
    // A click without a pointer (detail 0) came from the keyboard.
    const click = (event) => say(action.value, event.detail === 0)
    return element('button', { type: 'button', class: 'choice', click }, action.title)
  })
  // Short answers share a line; a long one needs its own.
  const long = actions.some((action) => action.title.length > 9)
  const node = element(
    'div',
    { class: long ? 'choices long' : 'choices', role: 'group', 'aria-label': '可选的回答' },
    ...buttons,
  )
  return {
    node,
    close(text) {
      actions.forEach((action, index) => {
        const chosen = action.value === text || action.title === text
        buttons[index].disabled = true
        if (chosen) buttons[index].setAttribute('aria-pressed', 'true')
      })
    },
  }
}
