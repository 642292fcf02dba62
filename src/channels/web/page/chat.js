import { openComposer } from './chat-composer.js'
import { openLine } from './chat-line.js'
import { watchMore } from './chat-more.js'
import { openOutbox } from './chat-outbox.js'
import { openView } from './chat-view.js'
import { element } from './element.js'

const part = (id) => document.getElementById(id)
const state = part('state')

const states = {
  lost: '已断开，正在重连…',
  online: '',
}

const view = openView(part('log'), (text, byKeyboard) => {
  say(text)
  // On a phone the focus would bring the keyboard up over the answer.
  if (byKeyboard) composer.focus()
})
const composer = openComposer(
  {
    form: part('composer'),
    words: part('words'),
    hint: part('hint'),
    send: part('send'),
    attach: part('attach'),
    picker: part('picker'),
    before: part('before'),
    choose: part('choose'),
    chosen: part('chosen'),
    trouble: part('trouble'),
  },
  say,
)

const lookForMore = watchMore(part('log'), part('more'))

const line = openLine({
  state(now) {
    state.textContent = states[now]
    if (now === 'lost')
      state.append(element('button', { type: 'button', class: 'small', click: () => line.wake() }, '现在重连'))
  },
  activity(activity, seq) {
    for (const stale of document.querySelectorAll('.other-ways')) stale.remove()
    const shown = view.receipt()
    view.add(activity, seq)
    thinking(false)
    if (shown && activity.from.role === 'bot') checkReceipt(shown)
  },
  restarted() {
    view.note('上次的对话已经结束，为您新开了一段。已经交上去的不受影响，凭回执编号可以查看。')
  },
})

const outbox = openOutbox(line.post, {
  waiting: (id) => view.fate(id, '还没发出去，正在再试…'),
  sent: (id) => {
    view.fate(id, '')
    thinking(false)
  },
  progress: (id, amount) => view.progress(id, amount),
  failed({ id, text, files }, sentence, { again, edit }) {
    thinking(false)
    const back = () => {
      view.drop(id)
      composer.giveBack(text, files)
    }
    const resend = () => {
      view.fate(id, '正在发送…')
      again()
    }
    view.fate(id, sentence || '没有发出去，网络好像断了。', [edit ? ['改一改再发', back] : ['重发', resend]])
  },
})

function say(text, files = []) {
  const id = newId()
  view.pending(id, text, files)
  outbox.send(id, text, files)
  thinking(true)
}

/** Without HTTPS there is no randomUUID. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

let waiting
/** Says that an answer is being made, if it takes longer than a moment. */
function thinking(on) {
  clearTimeout(waiting)
  if (state.dataset.thinking) state.textContent = ''
  delete state.dataset.thinking
  if (!on) return
  waiting = setTimeout(() => {
    if (state.textContent) return
    state.dataset.thinking = 'yes'
    state.textContent = '清问正在看…'
  }, 700)
}

/** Once the person has shown to hold the receipt, it is taken off the page as well. */
async function checkReceipt(shown) {
  const activity = await line.again(shown.seq).catch(() => undefined)
  if (activity && !activity.channelData.receipt && view.receipt() === shown) view.hideReceipt()
}

const large = part('large')
function enlarge(on) {
  document.documentElement.classList.toggle('elder', on)
  large.setAttribute('aria-pressed', String(on))
  composer.measure()
  lookForMore()
}
large.addEventListener('click', () => {
  const on = large.getAttribute('aria-pressed') !== 'true'
  sessionStorage.setItem('qingwen.large', on ? 'yes' : 'no')
  enlarge(on)
})
enlarge(sessionStorage.getItem('qingwen.large') === 'yes')

part('leave').addEventListener('click', (event) => {
  line.end()
  sessionStorage.clear()
  view.clear()
  document.body.hidden = true
  location.replace(event.currentTarget.dataset.away)
})
