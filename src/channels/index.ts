export {
  type BotFrameworkChannel,
  type BotFrameworkOptions,
  botFrameworkChannel,
  identityOf,
  type ManifestOptions,
  type TeamsIdentity,
  teamsPackage,
} from './botframework/index.ts'
export { type KfChannel, type KfOptions, kfChannel } from './kf/index.ts'
export { type Limits, type PublicText, type WebChannel, type WebOptions, webChannel, webTokens } from './web/index.ts'
export { type WecomApp, type WecomChannel, type WecomOptions, wecomChannel } from './wecom/index.ts'
export { type BotAccess, type WecomBot, type WecomBotOptions, wecomBotIn } from './wecom-bot/index.ts'
export { type WecomDoors, type WecomSetUp, wecomDoors } from './wecom-doors.ts'
