export { type Limits, type PublicText, type WebChannel, type WebOptions, webChannel } from './web/index.ts'
