// From an uploaded file to a published original.
export { type Charset, charsets, textBounds } from '../extract/index.ts'
export type { Impact, TouchedClause, TouchedOurs } from './impact.ts'
export type { PressOptions } from './options.ts'
export { type Content as OursContent, type Ours, oursOf } from './ours.ts'
export { openPress, type Press, type Proposed } from './press.ts'
export type { DigestWords, Match, Outline, Review } from './review.ts'
export { everywhere, type Given, originalAuthorities, type Sayable, sayables } from './says.ts'
