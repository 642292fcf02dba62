const patience = 20000

/**
 * One request to the Direct Line server. Throws `{ status, sentence, wait }`: status 0 where no answer came, the sentence
 * the server has for a person, and the seconds it asks to wait.
 */
export async function call(method, path, token, body) {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patience)
  const headers = {}
  if (token) headers.Authorization = `Bearer ${token}`
  if (body) headers['Content-Type'] = 'application/json'
  try {
    const options = { method, headers, signal: abort.signal, cache: 'no-store', credentials: 'omit' }
    if (body) options.body = JSON.stringify(body)
    const response = await fetch(`/v3/directline${path}`, options).catch(() => {
      throw { status: 0 }
    })
    // Something between us and the server may answer with a page of its own.
    const answer = await response.json().catch(() => {
      throw { status: response.ok ? 0 : response.status }
    })
    if (response.ok) return answer
    throw { status: response.status, sentence: answer.title, wait: Number(response.headers.get('Retry-After')) || 0 }
  } finally {
    clearTimeout(timer)
  }
}
