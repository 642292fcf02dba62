export { type Limits, type WebChannel, type WebOptions, webChannel } from './web/index.ts'
