export { openStore, type StoreOptions } from './open.ts'
export { readPublished } from './read-published.ts'
export { verifyAudit } from './verify-audit.ts'
