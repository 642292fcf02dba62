export { type BotFrameworkChannel, type BotFrameworkOptions, botFrameworkChannel } from './channel.ts'
export type { ManifestOptions } from './manifest/manifest.ts'
export { teamsPackage } from './manifest/package.ts'
export { identityOf, type TeamsIdentity } from './person.ts'
