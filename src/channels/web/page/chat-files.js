import { element } from './element.js'

// As the server holds it; said here first, so that nobody sends for minutes what cannot be taken.
const most = { count: 5, each: 10 * 1024 * 1024, together: 20 * 1024 * 1024 }
const endings = /\.(jpe?g|png|webp|pdf|docx|xlsx|txt|mp3|m4a|amr|mp4)$/i
const heic = /\.(heic|heif|hif)$/i

/**
 * The button for photos and documents, and what has been chosen. The first time it tells what is taken out of photos and what
 * is not, before anything is chosen. `changed()` is called when something was chosen or taken back.
 */
export function openFiles({ attach, picker, before, choose, chosen, trouble }, changed) {
  let files = []
  let told = false

  attach.addEventListener('click', () => {
    if (told) return picker.click()
    before.hidden = !before.hidden
    attach.setAttribute('aria-expanded', String(!before.hidden))
    if (!before.hidden) choose.focus()
  })
  choose.addEventListener('click', () => {
    told = true
    before.hidden = true
    // From now on the button opens no panel any more.
    attach.removeAttribute('aria-expanded')
    attach.focus()
    picker.click()
  })
  picker.addEventListener('change', () => {
    add([...picker.files])
    // The same file may be chosen again after it was taken back.
    picker.value = ''
  })

  function add(more) {
    const problems = []
    for (const file of more) {
      const problem = wrong(file)
      if (problem) problems.push(problem)
      else files.push(file)
    }
    trouble.textContent = problems.join(' ')
    show()
  }

  /** Why it cannot be sent; nothing if it can. */
  function wrong({ name, size, type }) {
    if (heic.test(name))
      return `「${name}」是 HEIC 格式，里面的拍摄地点去不掉，没有选上。请截一张屏再发，或者存成 JPG 再发。`
    // Some galleries hand photos out without an ending, but say what they are.
    if (/\.[^.]+$/.test(name) ? !endings.test(name) : !type)
      return `「${name}」这种文件收不了。可以发照片、PDF、Word（docx）、Excel（xlsx）、文本、录音和 mp4 视频。`
    if (size === 0) return `「${name}」是空的，没有选上。`
    if (size > most.each)
      return `「${name}」有 ${inWords(size)}，太大了，一个最多 10 MB。照片可以截一张屏再发，视频请截短些。`
    if (files.length >= most.count) return `一次最多发 ${most.count} 个，「${name}」请下一次再发。`
    if (files.reduce((sum, file) => sum + file.size, size) > most.together)
      return `一次合起来最多 20 MB，「${name}」请下一次再发。`
    return ''
  }

  function show() {
    chosen.hidden = files.length === 0
    chosen.replaceChildren(
      ...files.map((file, n) => {
        const click = () => {
          files = files.filter((each) => each !== file)
          trouble.textContent = ''
          show()
          const next = chosen.querySelectorAll('button')[Math.min(n, files.length - 1)] || attach
          next.focus()
        }
        const remove = element(
          'button',
          { type: 'button', class: 'small', 'aria-label': `不发${file.name}`, click },
          '去掉',
        )
        return element('li', {}, element('span', {}, `${file.name}（${inWords(file.size)}）`), remove)
      }),
    )
    changed()
  }

  return {
    any: () => files.length > 0,
    /** @returns what is chosen, and starts anew. */
    take() {
      const taken = files
      files = []
      trouble.textContent = ''
      show()
      return taken
    },
    /** Gives files back that could not be sent. */
    giveBack: (back) => add(back),
  }
}

/** Bytes as people say them. */
export function inWords(size) {
  return size < 1024 * 1024 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`
}
