import type { Checked } from '../../runtime/index.ts'

const LIMIT_MS = 8_000

/**
 * Opens our own public address as a browser would. Never rejects.
 *
 * @param origin `https://qingwen.example.cn`; absent: only this machine's own address is known.
 */
export async function checkWeb(origin: string | undefined): Promise<Checked> {
  if (origin === undefined)
    return {
      ok: true,
      says: '网页对话正在运行；没有设 QINGWEN_ORIGIN，别处能不能打开没法从这里试。',
      todo: '给群众或者干部用之前，请把 QINGWEN_ORIGIN 设成大家打开的网址。',
    }
  try {
    const answer = await fetch(`${origin}/healthz`, { redirect: 'error', signal: AbortSignal.timeout(LIMIT_MS) })
    if (answer.ok && (await answer.text()) === 'ok') return { ok: true, says: `从这台服务器打得开 ${origin}/ 。` }
    return {
      ok: false,
      says: `${origin}/ 打得开，但回的不是清问（${answer.status}）。`,
      todo: '请核对 QINGWEN_ORIGIN，看看反向代理有没有转到清问的端口。',
    }
  } catch {
    // Whatever it was, it is one and the same to the officer: the address does not open from here.
    return {
      ok: false,
      says: `从这台服务器打不开 ${origin}/ 。`,
      todo: '请在别的电脑上打开试试：打得开，多半是服务器访问不了自己的公网地址，不碍事；打不开，请看看域名、证书和反向代理。',
    }
  }
}
