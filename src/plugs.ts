import type { Router } from 'express'
import { botFrameworkChannel, wecomBotIn, wecomDoors } from './channels/index.ts'
import type { Config } from './config.ts'
import type { Channel, House } from './runtime/index.ts'

/** The channels beside the web chat that are set up. */
export interface Plugs {
  readonly channels: readonly Channel[]
  /** Where platforms call us; each knows its own path. */
  readonly routers: readonly Router[]
  /** Fetches what was written while nobody listened. */
  catchUp(): void
  close(): Promise<void>
}

/**
 * Opens what the environment names. In every role: whoever takes in an officer's word must know that it is pushed, and may
 * push it. Only the bot's connection is left to processes that serve people: one of them holds it.
 *
 * @param warn told of a connection's troubles, in fixed words.
 */
export function openPlugs(
  config: Config,
  house: House,
  { nudge, warn }: { readonly nudge: () => void; readonly warn: (what: string) => void },
): Plugs {
  const { origin, role } = config
  const reachedAt = origin === undefined ? {} : { origin }
  const { store, onFault } = house
  const teams =
    config.microsoft &&
    botFrameworkChannel({
      ...config.microsoft,
      ...reachedAt,
      memory: store.memory,
      receive: store.conversations.receive,
      nudge,
      onFault,
      trouble: (code) => house.traffic.trouble('teams', code),
    })
  const wecom = config.wecom && wecomDoors(house, { app: config.wecom, origin, nudge })
  const access = role === 'console' ? undefined : config.wecomBot
  const bot = access && wecomBotIn(house, { access, nudge, warn, ...reachedAt })
  return {
    channels: [...(teams ? [teams.channel] : []), ...(wecom?.channels ?? []), ...(bot ? [bot.channel] : [])],
    routers: [...(teams ? [teams.router] : []), ...(wecom ? [wecom.router] : [])],
    catchUp: () => {
      if (role !== 'console') void wecom?.catchUp()
    },
    close: async () => bot?.close(),
  }
}
