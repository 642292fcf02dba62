// What keys add to pages that work without them. No markup is made here of text: the policy allows none.
import { keys } from './keys.js'

const rows = () => [...document.querySelectorAll('table.queue tbody tr')]
const search = document.querySelector('#search')
const help = document.querySelector('#help')
let at = -1
/** The first key of two. */
let first = ''

function select(next) {
  const all = rows()
  if (all.length === 0) return
  all[at]?.classList.remove('at')
  at = Math.max(0, Math.min(all.length - 1, next))
  all[at].classList.add('at')
  // Focus, so that Enter opens it and a screen reader says which one it is.
  all[at].querySelector('a')?.focus({ preventScroll: true })
  all[at].scrollIntoView({ block: 'nearest' })
}

const ways = {
  walk: (step) => select(at + step),
  search: () => (search ? search.focus() : document.querySelector('.brand')?.focus()),
  queue: () => document.querySelector('.brand')?.click(),
  help: () => help && !help.open && help.showModal(),
}

/** Reaches what a key is for: unfolds it, and puts the cursor where one writes. Where it cannot be done now, goes to why. */
function reach({ to, press }) {
  const found = document.querySelector(`[data-key="${to}"]`) ?? document.querySelector('#blocked')
  if (!found) return
  if (press && found.dataset.press !== undefined) return found.click()
  const folded = found.closest('details')
  if (folded && (to === 'r' || to === 'n')) {
    folded.open = true
    folded.querySelector('textarea')?.focus()
  } else found.focus()
}

function typing(target) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
  )
}

document.addEventListener('keydown', (event) => {
  // Chinese input sends keys while it composes; those belong to the input method.
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape' && event.target === search) search.blur()
  if (typing(event.target) || help?.open || event.key === 'Shift') return
  const both = `${first} ${event.key}`.trim()
  const found = keys.find(({ key, native }) => !native && (key === both || key === event.key))
  first = keys.some(({ key }) => key.startsWith(`${event.key} `)) ? event.key : ''
  if (!found || (event.repeat && !found.repeats)) return
  event.preventDefault()
  if (found.does) found.does(ways)
  else reach(found)
})

document.addEventListener('focusin', (event) => {
  const row = event.target instanceof Element ? event.target.closest('table.queue tbody tr') : null
  if (!row) return
  const all = rows()
  all[at]?.classList.remove('at')
  at = all.indexOf(row)
  row.classList.add('at')
})

const list = help?.querySelector('.keys')
if (list)
  for (const { key, says } of keys) {
    const line = document.createElement('div')
    const name = document.createElement('dt')
    for (const part of key.split(' ')) {
      const cap = document.createElement('kbd')
      cap.textContent = part
      name.append(cap, ' ')
    }
    const what = document.createElement('dd')
    what.textContent = says
    line.append(name, what)
    list.append(line)
  }

const button = document.querySelector('#help-button')
if (button) {
  button.hidden = false
  button.addEventListener('click', ways.help)
}

// After a deed the page is another one: the cursor goes to what became of it, and not back to the top.
document.querySelector('[role="alert"][tabindex], [role="status"][tabindex]')?.focus()

// A link to a sentence opens the conversation it stands in.
function reveal() {
  const line = location.hash.startsWith('#turn-') ? document.querySelector(location.hash) : null
  if (!line) return
  const folded = line.closest('details')
  if (folded) folded.open = true
  line.scrollIntoView({ block: 'center' })
  line.focus({ preventScroll: true })
}
addEventListener('hashchange', reveal)
reveal()

// One press, one sending; the key in the form would drop a second one anyway.
document.addEventListener('submit', (event) => {
  if (event.target.method !== 'post') return
  const pressed = event.submitter
  if (pressed) setTimeout(() => (pressed.disabled = true))
})
addEventListener('pageshow', () => {
  for (const one of document.querySelectorAll('form[method="post"] button:disabled:not(.move)')) one.disabled = false
})
