import { openFiles } from './chat-files.js'

const longest = 4000

/** Where the person writes. `say(text, files)` is called with what is to be sent; `parts.files` are those of `openFiles`. */
export function openComposer({ form, words, hint, send, ...parts }, say) {
  const files = openFiles(parts, () => words.focus())
  let composing = false

  function measure() {
    const length = [...words.value.trim()].length
    // Said only when it begins to matter.
    hint.textContent =
      length > longest - 300
        ? `已写 ${length} 字，一条最多 ${longest} 字。${length > longest ? '请分成几条发。' : ''}`
        : ''
    send.disabled = length > longest
    words.style.height = 'auto'
    words.style.height = `${words.scrollHeight + words.offsetHeight - words.clientHeight}px`
  }

  function submit() {
    const text = words.value.trim()
    if ((text === '' && !files.any()) || send.disabled) return
    words.value = ''
    measure()
    say(text, files.take())
  }

  words.addEventListener('compositionstart', () => {
    composing = true
  })
  words.addEventListener('compositionend', () => {
    composing = false
  })
  words.addEventListener('input', measure)
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    // This Enter picks a word in the input method. Safari ends the composition first and gives only the old code 229.
    if (composing || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    submit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
    words.focus()
  })
  measure()

  return {
    focus: () => words.focus(),
    /** Gives words back that could not be sent, before what was written since. */
    giveBack(text, back) {
      words.value = words.value && text ? `${text}\n${words.value}` : text || words.value
      files.giveBack(back)
      measure()
      words.focus()
    },
    measure,
  }
}
