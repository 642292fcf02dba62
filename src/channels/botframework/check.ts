import { z } from 'zod'
import { type Checked, Undelivered } from '../../runtime/index.ts'
import { type AccessOptions, access } from './access.ts'
import { explain } from './says.ts'

const LIMIT_MS = 9_000
const Metadata = z.object({ jwks_uri: z.url() })
const Keys = z.object({ keys: z.array(z.unknown()).min(1) })

/** Asks for a fresh token, and for the keys incoming messages are held against. Never rejects; done within ten seconds. */
export async function checkTeams(account: AccessOptions, metadataUrl: string): Promise<Checked> {
  const signal = AbortSignal.timeout(LIMIT_MS)
  const read = async (address: string): Promise<unknown> => {
    const answer = await fetch(address, { redirect: 'error', signal })
    if (!answer.ok) throw new Error(`${answer.status}`)
    return answer.json()
  }
  const [token, keys] = await Promise.allSettled([
    within(signal, access(account)()),
    (async () => Keys.parse(await read(Metadata.parse(await read(metadataUrl)).jwks_uri)))(),
  ])
  if (token.status === 'rejected') return failed(codeOf(token.reason))
  if (keys.status === 'rejected') return failed('keys')
  return {
    ok: true,
    says: '应用编号、租户和客户端密码都对，微软的登录服务和公钥都取得到。能不能收到消息，要看 Azure 机器人资源里填的消息终结点。',
  }
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const end = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Undelivered(0, 'token')), { once: true })
  })
  return Promise.race([work, end])
}

const codeOf = (error: unknown) => (error instanceof Undelivered ? error.name.replace(/^Undelivered /, '') : 'token')

const failed = (code: string): Checked => ({ ok: false, ...(explain(code) ?? { says: `没有通过：${code}。` }) })
