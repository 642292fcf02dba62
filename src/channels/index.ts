export { type Limits, type PublicText, type WebChannel, type WebOptions, webChannel } from './web/index.ts'
export { type BotAccess, type WecomBot, type WecomBotOptions, wecomBotIn } from './wecom-bot/index.ts'
