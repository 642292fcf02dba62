// Official papers made of a case: first as data, then as docx.
export { compose } from './compose.ts'
export { type Material, offered, type PaperClause } from './material.ts'
export { type Box, type Paper, type Piece, type Run, type Source, textOf } from './paper.ts'
export { type Signature, type Signatures, signedPaper } from './signed.ts'
export { docxOf } from './write.ts'
