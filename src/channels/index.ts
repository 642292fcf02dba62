export {
  type BotFrameworkChannel,
  type BotFrameworkOptions,
  botFrameworkChannel,
  identityOf,
  type ManifestOptions,
  type TeamsIdentity,
  teamsPackage,
} from './botframework/index.ts'
export { type Limits, type PublicText, type WebChannel, type WebOptions, webChannel } from './web/index.ts'
