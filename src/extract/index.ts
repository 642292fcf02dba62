export { extract } from './extract.ts'
export {
  type Charset,
  charsets,
  type Extracted,
  type TextFile,
  type TextKind,
  textBounds,
  textKinds,
} from './types.ts'
