export type { WecomBot } from './channel.ts'
export { wecomBotIn } from './in-house.ts'
export type { WecomBotOptions } from './options.ts'
export type { BotAccess } from './sdk.ts'
