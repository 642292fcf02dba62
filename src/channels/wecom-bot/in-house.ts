import type { House } from '../../runtime/index.ts'
import { type WecomBot, wecomBot } from './channel.ts'
import type { WecomBotOptions } from './options.ts'

/**
 * The bot over a house that is open.
 *
 * @param nudge the worker's. @param warn told of every trouble with the connection, for the log.
 */
export function wecomBotIn(
  house: House,
  {
    nudge,
    warn,
    ...more
  }: Pick<WecomBotOptions, 'access' | 'nudge'> & Partial<WecomBotOptions> & { readonly warn?: (what: string) => void },
): WecomBot {
  const { conversations, memory } = house.store
  const bot = wecomBot({
    memory,
    receive: conversations.receive,
    nudge,
    async answered(person) {
      const { state } = await conversations.load({ channel: bot.channel.name, person })
      return state?.last !== undefined
    },
    trouble(what) {
      house.traffic.trouble(bot.channel.name, what)
      if (what !== undefined) warn?.(what)
    },
    onFault: house.onFault,
    ...more,
  })
  return bot
}
