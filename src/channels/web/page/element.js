/**
 * Makes an element. Text goes in as text and never as markup, so nothing anybody wrote can act on this page.
 * `attributes` with the value `undefined` or `false` are left out; functions are listeners.
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') made.addEventListener(name, value)
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}
