/** Bytes of an answer at most: fourteen sentences are a few thousand, a server that sends more is not answering. */
const mostBytes = 256 * 1024

/**
 * A fetch that goes to one server and nowhere else: no other host, port or scheme, no redirect, nothing but JSON or an event
 * stream, and not more than `mostBytes` of it.
 *
 * @param base address the server was configured with.
 * @throws TypeError naming what was wrong, never an address or a body.
 */
export function guardedFetch(base: string, most = mostBytes): typeof fetch {
  const home = new URL(base)
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const own = url.origin === home.origin && url.pathname.startsWith(home.pathname.replace(/\/$/u, ''))
    if (!own) throw new TypeError('foreign address')
    const answer = await fetch(input, { ...init, redirect: 'error' })
    const type = answer.headers.get('content-type') ?? ''
    if (answer.ok && !/^(?:application\/json|text\/event-stream)\b/iu.test(type)) {
      await answer.body?.cancel()
      throw new TypeError('wrong content type')
    }
    if (Number(answer.headers.get('content-length') ?? 0) > most) {
      await answer.body?.cancel()
      throw new TypeError('too large')
    }
    return new Response(answer.body?.pipeThrough(atMost(most)) ?? null, {
      status: answer.status,
      statusText: answer.statusText,
      headers: answer.headers,
    })
  }
}

function atMost(most: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0
  return new TransformStream({
    transform(chunk, out) {
      seen += chunk.byteLength
      if (seen > most) out.error(new TypeError('too large'))
      else out.enqueue(chunk)
    },
  })
}
