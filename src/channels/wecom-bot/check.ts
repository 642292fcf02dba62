import type { Checked } from '../../runtime/index.ts'
import type { Hold } from './hold.ts'
import { troubles } from './says.ts'

/** How long somebody at the page waits for the connection to come up. */
const LIMIT_MS = 8_000
const LOOK_MS = 100

/** Tries to have the connection, now. Never by a second one, which would throw out the first. */
export async function check(hold: Hold): Promise<Checked> {
  hold.hurry()
  const until = performance.now() + LIMIT_MS
  while (hold.standing() === 'connecting' && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  const standing = hold.standing()
  if (standing === 'open') return { ok: true, says: '已经连上企业微信，登录通过，可以收发。' }
  if (standing === 'standby')
    return {
      ok: true,
      says: '机器人的连接由清问的另一个进程拿着，这个进程在旁边候着；那一个停了，这里会自己接上。连接情况看上面的「最近的问题」。',
    }
  if (standing === 'connecting')
    return { ok: false, says: `等了 ${LIMIT_MS / 1000} 秒还没有连上。`, ...pick(troubles['cut']) }
  return { ok: false, ...(troubles[standing] ?? { says: '没有连上。' }) }
}

const pick = (trouble: { readonly todo: string } | undefined) => (trouble ? { todo: trouble.todo } : {})
