import { element } from './element.js'

/** The receipt, big enough to be copied by hand, with buttons to copy and to print it. */
export function receiptOf(number) {
  const groups = number.split(' ')
  const done = element('p', { class: 'done', role: 'status' })
  const copy = async () => {
    done.textContent = (await copied(number))
      ? '已复制。请马上存到您自己看得到、别人看不到的地方。'
      : '这台设备不让复制，请用笔抄下来。'
  }
  const node = element(
    'section',
    { class: 'receipt', 'aria-label': '回执编号' },
    element('h2', {}, '您的回执编号'),
    element('p', { class: 'number' }, ...groups.map((group) => element('span', {}, group))),
    element('p', { class: 'advice' }, '请现在就用笔抄在纸上：每组四位，一组一组地抄，抄完再对一遍。'),
    element('p', { class: 'advice' }, '以后凭它查进度、补材料。它只显示这一次，丢了谁也找不回来；也不要告诉别人。'),
    element(
      'p',
      { class: 'deeds' },
      element('button', { type: 'button', click: copy }, '复制'),
      element('button', { type: 'button', click: () => printed(node) }, '打印'),
    ),
    done,
  )
  return {
    node,
    hide: () => node.replaceChildren(element('p', {}, '回执编号您已经记下了，这里不再显示。')),
  }
}

/** The clipboard is only open to pages that came over HTTPS; selecting and copying works on the others. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch (_closed) {
    const field = element('textarea', { readonly: true, class: 'unseen' })
    field.value = text
    document.body.append(field)
    field.select()
    const worked = document.execCommand('copy')
    field.remove()
    return worked
  }
}

/** Prints the receipt and nothing else of the conversation. */
function printed(node) {
  const marked = [node, node.parentElement, document.documentElement]
  for (const each of marked) each.classList.add('printing')
  print()
  for (const each of marked) each.classList.remove('printing')
}
