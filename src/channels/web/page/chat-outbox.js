// Milliseconds between attempts of one message; after the last the person is asked.
const pauses = [1000, 2000, 4000, 8000]

/**
 * Sends what the person says, one after the other. Every message keeps its id through all attempts, so that one which
 * arrived without our knowing is not taken twice. `told` hears `waiting(id)`, `progress(id, part)`
 * of its files, `sent(id)` and `failed(message, sentence, { again, edit })` with what can be done about it.
 */
export function openOutbox(post, told) {
  const queue = []
  let busy = false

  async function work() {
    if (busy) return
    busy = true
    while (queue.length > 0) {
      const message = queue.shift()
      await deliver(message)
    }
    busy = false
  }

  async function deliver(message) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await post(message, (part) => told.progress(message.id, part))
        told.sent(message.id)
        return
      } catch (problem) {
        if (!passing(problem) || attempt === pauses.length) {
          told.failed(message, problem.sentence, {
            again: () => put(message),
            // What the server will never take as it is can only be written anew.
            edit: [400, 413, 415].includes(problem.status),
          })
          return
        }
        told.waiting(message.id)
        await pause(Math.max(pauses[attempt], Math.min(problem.wait || 0, 20) * 1000))
      }
    }
  }

  function put(message) {
    queue.push(message)
    work()
  }

  return { send: (id, text, files) => put({ id, text, files }) }
}

/** No answer, the server's own trouble, too much haste or a crowd at the same conversation: all of them pass. */
const passing = ({ status }) => !status || status === 409 || status === 429 || status >= 500

const pause = (time) => new Promise((done) => setTimeout(done, time))
