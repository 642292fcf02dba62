/**
 * As much of the browser's XMLHttpRequest as the official Direct Line client needs, over fetch.
 * Node has WebSocket only from version 22 on and XMLHttpRequest never.
 */
export class FetchXhr {
  readonly upload = {}
  readyState = 0
  status = 0
  response: unknown = null
  responseType = ''
  timeout = 0
  withCredentials = false
  onreadystatechange: ((this: FetchXhr, event: object) => void) | undefined
  onerror: ((this: FetchXhr, event: object) => void) | undefined
  ontimeout: ((this: FetchXhr, event: object) => void) | undefined
  #method = 'GET'
  #url = ''
  #headers = new Headers()
  #abort = new AbortController()

  open(method: string, url: string): void {
    this.#method = method
    this.#url = url
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value)
  }

  getAllResponseHeaders(): string {
    return ''
  }

  #read(text: string): unknown {
    return this.responseType === 'json' ? JSON.parse(text) : text
  }

  abort(): void {
    this.#abort.abort()
  }

  send(body?: string | FormData): void {
    const request = { method: this.#method, headers: this.#headers, signal: this.#abort.signal }
    fetch(this.#url, body === undefined ? request : { ...request, body })
      .then(async (answer) => {
        const bytes = await answer.arrayBuffer()
        this.status = answer.status
        this.response = this.responseType === 'arraybuffer' ? bytes : this.#read(Buffer.from(bytes).toString())
        this.readyState = 4
        this.onreadystatechange?.call(this, {})
      })
      .catch(() => {
        if (!this.#abort.signal.aborted) this.onerror?.call(this, {})
      })
  }
}
