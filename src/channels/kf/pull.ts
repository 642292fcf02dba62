import type { Memory } from '../../runtime/index.ts'
import type { Api } from '../wecom/index.ts'
import { channelName, KfMessage, type Pulled, pulled, SyncAnswer } from './message.ts'

export interface Pulling {
  readonly api: Api
  readonly memory: Memory
  /** Stores what came. The cursor moves on only when it has resolved for the whole page. */
  taken(came: Pulled): Promise<void>
  onFault(error: unknown): void
}

/** As many as WeChat gives in one answer. */
const page = 1000

/**
 * Pulls what one account has not been given yet. The bell only says when: lost, repeated or forged it changes nothing, and
 * two that pull at once store the same messages, each once by its id.
 *
 * @param token from the bell; without it WeChat lets us ask less often.
 */
export async function pull({ api, memory, taken, onFault }: Pulling, account: string, token?: string): Promise<void> {
  const key = `cursor ${account}`
  for (;;) {
    const { value: cursor, revision } = await memory.recall(channelName, key)
    const asked = { open_kfid: account, limit: page, ...(cursor ? { cursor } : {}), ...(token ? { token } : {}) }
    const { next_cursor, has_more, msg_list } = await api.post('kf/sync_msg', asked, SyncAnswer)
    for (const each of msg_list) {
      const message = KfMessage.safeParse(each)
      // One message in a shape nobody has described must not keep all others from being heard.
      if (message.success) await taken(pulled(message.data, account))
      else onFault(new Error('a message of 微信客服 has an unknown shape'))
    }
    if (next_cursor === '' || next_cursor === cursor) return
    // Stale: another replica pulled the same, and its word is as good as ours.
    await memory.keep(channelName, key, next_cursor, revision)
    if (has_more === 0) return
  }
}
