export { type KfChannel, type KfOptions, kfChannel } from './channel.ts'
