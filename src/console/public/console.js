// What keys add to pages that work without them. No markup is made here: the policy allows none.

const rows = () => [...document.querySelectorAll('table.queue tbody tr')]
const search = document.querySelector('#search')
const help = document.querySelector('#help')
let at = -1

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

function openHelp() {
  if (help && !help.open) help.showModal()
}

const keys = {
  j: () => select(at + 1),
  k: () => select(at - 1),
  '/': () => search?.focus(),
  '?': openHelp,
  c: () => document.querySelector('[data-key="c"]')?.focus(),
  a: () => document.querySelector('[data-key="a"]')?.focus(),
  d: () => document.querySelector('[data-key="d"]')?.focus(),
  u: () => document.querySelector('.brand')?.click(),
}

document.addEventListener('keydown', (event) => {
  // Chinese input sends keys while it composes; those belong to the input method.
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select')
  if (event.key === 'Escape' && event.target === search) search.blur()
  if (typing || help?.open) return
  const deed = keys[event.key]
  if (!deed) return
  event.preventDefault()
  deed()
})

document.addEventListener('focusin', (event) => {
  const row = event.target instanceof Element ? event.target.closest('table.queue tbody tr') : null
  if (!row) return
  const all = rows()
  all[at]?.classList.remove('at')
  at = all.indexOf(row)
  row.classList.add('at')
})

const button = document.querySelector('#help-button')
if (button) {
  button.hidden = false
  button.addEventListener('click', openHelp)
}

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
  for (const one of document.querySelectorAll('form[method="post"] button:disabled')) one.disabled = false
})
