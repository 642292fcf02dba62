export { type WebChannel, type WebOptions, webChannel } from './channel.ts'
export type { Limits } from './limits.ts'
export type { PublicText } from './text-view.ts'
export { tokens as webTokens } from './tokens.ts'
