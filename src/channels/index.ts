export {
  type BotFrameworkChannel,
  type BotFrameworkOptions,
  botFrameworkChannel,
  identityOf,
  type TeamsIdentity,
} from './botframework/index.ts'
export { type Limits, type PublicText, type WebChannel, type WebOptions, webChannel } from './web/index.ts'
