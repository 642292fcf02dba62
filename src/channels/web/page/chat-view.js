import { cardOf } from './chat-card.js'
import { choicesOf } from './chat-choices.js'
import { citesOf, textWithMarks } from './chat-cites.js'
import { receiptOf } from './chat-receipt.js'
import { element } from './element.js'

/** The list of messages. `say(text, byKeyboard)` is called when a button speaks for the person. */
export function openView(log, say) {
  // What scrolls must be reachable by keyboard.
  log.tabIndex = 0
  const pending = new Map()
  /** Buttons of earlier messages, to be switched off by the next answer. */
  let open = []
  let receipt
  let lastTime = ''
  let lastPerson

  function close(text) {
    for (const each of open) each.close(text)
    open = []
  }

  function add(node) {
    // What is on its way stays last.
    log.insertBefore(node, pending.size > 0 ? pending.values().next().value : null)
    return node
  }

  function timeMark(timestamp) {
    // `2026-11-21T09:30:00+08:00`; a mark for each stretch of ten minutes in which somebody spoke.
    const stretch = String(timestamp).slice(0, 15)
    if (stretch === lastTime) return
    lastTime = stretch
    const [, month, day, time] = /^\d+-(\d+)-(\d+)T(\d+:\d+)/.exec(timestamp) || []
    if (time) add(element('p', { class: 'when' }, `${Number(month)}月${Number(day)}日 ${time}`))
  }

  /** Brings as much into sight as fits, but never past the beginning of what the person has not read yet. */
  const show = (node) => node.scrollIntoView({ block: 'start' })

  /** False while the person is reading further up; then nothing may move under their eyes. */
  const following = () => !log.lastElementChild || log.lastElementChild.getBoundingClientRect().top < innerHeight

  function person(activity) {
    const id = activity.channelData.clientActivityID
    const waiting = id && pending.get(id)
    if (waiting) {
      pending.delete(id)
      waiting.remove()
    }
    close(activity.text)
    document.body.classList.add('talking')
    lastPerson = add(bubble('person', ...spoken(activity.text, activity.attachments || [])))
    show(lastPerson)
  }

  function bot(activity, seq) {
    const { card, cites = [], receipt: number, ai } = activity.channelData
    const message = bubble('bot')
    if (ai) message.append(element('p', { class: 'ai' }, '人工智能整理'))
    const list = citesOf(cites)
    const follow = following()
    const actions = activity.suggestedActions ? activity.suggestedActions.actions : []
    const text = withoutTwins(activity.text, card, actions)
    const at = number ? text.indexOf(number) : -1
    if (at >= 0) {
      const block = receiptOf(number)
      message.append(textWithMarks(text.slice(0, at), list), block.node)
      message.append(textWithMarks(text.slice(at + number.length), list))
      receipt = { seq, hide: block.hide }
    } else message.append(textWithMarks(text, list))
    if (card || at >= 0) message.classList.add('wide')
    if (card) {
      const table = cardOf(card, say)
      message.append(table.node)
      open.push(table)
    }
    if (list) message.append(list.node)
    add(message)
    if (actions.length > 0) {
      const choices = choicesOf(actions, say)
      message.after(choices.node)
      open.push(choices)
    }
    if (follow) show(lastPerson || message)
  }

  return {
    add(activity, seq) {
      timeMark(activity.timestamp)
      if (activity.from.role === 'bot') bot(activity, seq)
      else person(activity)
    },
    /** Shows at once what is on its way. */
    pending(id, text, files) {
      close(text)
      const node = bubble('person', ...spoken(text, files), element('p', { class: 'fate' }))
      node.classList.add('pending')
      pending.set(id, node)
      log.append(node)
      show(node)
    },
    /** Says what became of a message on its way; `buttons` are `[label, action]`. */
    fate(id, sentence, buttons = []) {
      const node = pending.get(id)
      if (!node) return
      const line = node.querySelector('.fate')
      line.textContent = sentence
      for (const [label, action] of buttons)
        line.append(element('button', { type: 'button', class: 'small', click: action }, label))
      // What can be done must be seen.
      node.scrollIntoView({ block: 'nearest' })
    },
    /** Shows how much of a message's files has gone out, `amount` from 0 to 1. */
    progress(id, amount) {
      const node = pending.get(id)
      if (!node) return
      let bar = node.querySelector('progress')
      if (!bar) {
        bar = element('progress', { max: 1, 'aria-label': '已传出多少' })
        node.insertBefore(bar, node.querySelector('.fate'))
      }
      bar.value = amount
      // All has gone out; photos are looked at before they are kept, which takes a moment.
      if (amount === 1) node.querySelector('.fate').textContent = '传完了，正在收下…'
    },
    drop(id) {
      const node = pending.get(id)
      pending.delete(id)
      if (node) node.remove()
    },
    note(sentence) {
      lastTime = ''
      add(element('p', { class: 'note' }, sentence))
    },
    /** The receipt still to be read on this page, if there is one. */
    receipt: () => receipt,
    hideReceipt() {
      if (receipt) receipt.hide()
      receipt = undefined
    },
    clear() {
      log.replaceChildren()
    },
  }
}

/** What the person wrote and what came with it. */
function spoken(text, files) {
  const names = files.map(({ name }) => element('p', { class: 'file' }, `附件：${name}`))
  return text || names.length === 0 ? [element('p', { class: 'text' }, text), ...names] : names
}

function bubble(who, ...children) {
  const speaker = element('span', { class: 'unseen' }, who === 'bot' ? '清问：' : '您：')
  return element('article', { class: `message ${who}` }, speaker, ...children)
}

/** The text twin of a card and of numbered choices is for channels that show neither; here they stand as table and buttons. */
function withoutTwins(text, card, actions) {
  const rows = card ? card.rows.map((row, n) => `${n + 1}. ${row.label}：${row.value}`).join('\n') : ''
  const choices = actions.map((action, n) => `${n + 1}. ${action.title}`).join('\n')
  const twins = [rows && `${card.title}\n${rows}\n`, rows, choices && `\n${choices}`].filter(Boolean)
  return twins.reduce((left, twin) => left.replace(twin, () => ''), text).trim()
}
