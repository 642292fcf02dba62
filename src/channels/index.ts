export { type Limits, type PublicText, type WebChannel, type WebOptions, webChannel } from './web/index.ts'
export { type WecomApp, type WecomChannel, type WecomOptions, wecomChannel } from './wecom/index.ts'
