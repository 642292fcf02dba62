import { readFileSync } from 'node:fs'
import { encrypt, getSignature } from '@wecom/crypto'

/** Token, key and company of the samples WeCom publishes with its callback documentation. */
export const seal = {
  token: 'QDG6eK',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiver: 'wx5823bf96d3bd56c7',
} as const
export const agentId = 1000002

/** A payload of test/recorded/wecom with its placeholders filled in. */
export function recorded(name: string, values: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(new URL(`../recorded/wecom/${name}.xml`, import.meta.url), 'utf8')
  const all: Readonly<Record<string, string>> = { CORP: seal.receiver, AGENT: String(agentId), ...values }
  return text.replace(/\$\{(\w+)\}/g, (_whole, key: string) => {
    const value = all[key]
    if (value === undefined) throw new Error(`${name}.xml wants ${key}`)
    return value
  })
}

export interface Callback {
  /** With a slash first, and what is asked. */
  readonly path: string
  readonly body: string
}

/** What WeCom posts for an inner message, made with the vendor's own library. @param at seconds since 1970. */
export function callbackOf(
  inner: string,
  at: number,
  {
    token = seal.token,
    aesKey = seal.aesKey,
    receiver = seal.receiver,
  }: { token?: string; aesKey?: string; receiver?: string } = {},
): Callback {
  const nonce = String(Math.floor(1e9 + (at % 1e6)))
  const encrypted = encrypt(aesKey, inner, receiver)
  return {
    path: pathOf(getSignature(token, at, nonce, encrypted), at, nonce),
    body: outerOf(encrypted),
  }
}

export const outerOf = (encrypted: string): string =>
  `<xml><ToUserName><![CDATA[${seal.receiver}]]></ToUserName><AgentID><![CDATA[${agentId}]]></AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`

export const pathOf = (signature: string, at: number | string, nonce: string, more = ''): string =>
  `/wecom/callback?msg_signature=${signature}&timestamp=${at}&nonce=${nonce}${more}`

export const postTo = (url: string, { path, body }: Callback): Promise<Response> =>
  fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body })

/** A text a member wrote in the client. */
export const textOf = (person: string, id: string, text: string): string =>
  recorded('text', { FROM: person, ID: id, TEXT: text })
