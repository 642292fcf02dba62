import { call } from './chat-call.js'
import { upload } from './chat-upload.js'

const kept = 'qingwen.token'

// Milliseconds between attempts: quick while it may be a hiccup, then patient enough for a village's mast.
const pauses = [500, 1000, 2000, 4000, 8000, 15000]
const socketPatience = 8000
const pollEvery = 2000
const pingEvery = 25000

/**
 * The line to the server: opens or resumes the conversation, hears what comes by websocket (by polling where websockets do
 * not get through) and comes back by itself. `told` hears `state(online|lost)`, `activity(activity, seq)` once
 * for each and in order, and `restarted()` when the old conversation is gone.
 */
export function openLine(told) {
  let token = sessionStorage.getItem(kept) || ''
  let conversation = ''
  let watermark = 0
  let socket
  let timer
  let tries = 0
  let deafSockets = 0
  let connecting = false
  let ended = false

  function keep(opening) {
    token = opening.token
    conversation = opening.conversationId
    sessionStorage.setItem(kept, token)
  }

  function forget() {
    token = ''
    conversation = ''
    watermark = 0
    sessionStorage.removeItem(kept)
  }

  async function opening() {
    if (token === '') keep(await call('POST', '/tokens/generate'))
    else if (conversation === '') keep(await call('POST', '/tokens/refresh', token))
    else return call('GET', `/conversations/${conversation}?watermark=${watermark}`, token)
    // Starting is harmless where it was started before, and greets where it was not.
    const started = await call('POST', '/conversations', token)
    return watermark === 0 ? started : call('GET', `/conversations/${conversation}?watermark=${watermark}`, token)
  }

  async function connect() {
    if (ended || connecting) return
    connecting = true
    clearTimeout(timer)
    try {
      const opened = await opening()
      if (ended) return
      keep(opened)
      connecting = false
      if (deafSockets < 2) listen(opened.streamUrl)
      else await poll(30)
    } catch (problem) {
      connecting = false
      if (problem.status === 401 || problem.status === 403 || problem.status === 404) {
        const hadOne = conversation !== '' || watermark > 0 || problem.status === 401
        forget()
        if (hadOne) told.restarted()
      }
      retry()
    }
  }

  function retry() {
    if (ended) return
    told.state('lost')
    clearTimeout(timer)
    timer = setTimeout(connect, pauses[Math.min(tries, pauses.length - 1)])
    tries += 1
  }

  function online() {
    tries = 0
    told.state('online')
  }

  /** Only path and query of the stream's address count: a proxy may have hidden from the server how it is reached. */
  function listen(streamUrl) {
    const address = new URL(streamUrl)
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
    const mine = new WebSocket(`${scheme}//${location.host}${address.pathname}${address.search}`)
    let opened = false
    let pinging
    socket = mine
    const giveUp = setTimeout(() => mine.close(), socketPatience)
    mine.onopen = () => {
      opened = true
      deafSockets = 0
      clearTimeout(giveUp)
      online()
      pinging = setInterval(() => mine.send(''), pingEvery)
    }
    mine.onmessage = (message) => {
      if (message.data) receive(JSON.parse(message.data))
    }
    mine.onclose = () => {
      clearTimeout(giveUp)
      clearInterval(pinging)
      if (socket !== mine || ended) return
      socket = undefined
      if (!opened) deafSockets += 1
      retry()
    }
  }

  /** Asks again and again; after `rounds` it is worth trying a websocket once more. */
  async function poll(rounds) {
    try {
      await catchUp()
      online()
      if (rounds === 0) deafSockets = 1
      timer = setTimeout(() => (rounds === 0 ? connect() : poll(rounds - 1)), pollEvery)
    } catch (_problem) {
      retry()
    }
  }

  async function catchUp() {
    const asked = conversation
    const batch = await call('GET', `/conversations/${asked}/activities?watermark=${watermark}`, token)
    if (asked === conversation) receive(batch)
    if (batch.activities.length >= 100) await catchUp()
  }

  function receive(batch) {
    for (const activity of batch.activities) {
      const seq = seqOf(activity.id)
      // Both ways of hearing may bring the same activity.
      if (seq <= watermark) continue
      watermark = seq
      told.activity(activity, seq)
    }
  }

  /** Looks at once instead of after the next pause: the network is back, or the person is. */
  function wake() {
    if (ended || document.visibilityState === 'hidden') return
    if (socket && socket.readyState === WebSocket.OPEN) catchUp().catch(() => socket.close())
    else if (!socket) connect()
  }

  addEventListener('online', wake)
  addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', wake)
  connect()

  return {
    /** @returns the sequence number it got. Throws `{ status, sentence, wait }`; trying again with the same id is harmless. */
    async post({ id, text, files }, progress) {
      if (conversation === '') throw { status: 0 }
      const body = { type: 'message', text, locale: 'zh-CN', channelData: { clientActivityID: id } }
      const path = `/conversations/${conversation}`
      const answer =
        files.length > 0
          ? await upload(`${path}/upload`, token, body, files, progress)
          : await call('POST', `${path}/activities`, token, body)
      const seq = seqOf(answer.id)
      setTimeout(() => {
        if (watermark < seq) catchUp().catch(() => undefined)
      }, 1500)
      return seq
    },
    /** One activity as it stands now. */
    async again(seq) {
      const batch = await call('GET', `/conversations/${conversation}/activities?watermark=${seq - 1}`, token)
      return batch.activities[0]
    },
    wake,
    /** Closes the line and forgets the conversation. */
    end() {
      ended = true
      clearTimeout(timer)
      if (socket) socket.close()
      forget()
    },
  }
}

const seqOf = (id) => Number(String(id).split('|')[1]) || 0
