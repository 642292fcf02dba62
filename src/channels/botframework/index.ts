export { type BotFrameworkChannel, type BotFrameworkOptions, botFrameworkChannel } from './channel.ts'
export { identityOf, type TeamsIdentity } from './person.ts'
