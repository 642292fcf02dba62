const longest = 4000

/** Where the person writes. `say(text)` is called with what is to be sent. */
export function openComposer({ form, words, hint, send }, say) {
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
    if (text === '' || send.disabled) return
    words.value = ''
    measure()
    say(text)
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
    giveBack(text) {
      words.value = words.value ? `${text}\n${words.value}` : text
      measure()
      words.focus()
    },
    measure,
  }
}
