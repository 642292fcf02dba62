import { talks } from '../../src/vault/index.ts'

/** Seals under a fixed server key, so that processes and restarts of one test understand each other. */
export const seals = talks(Buffer.alloc(32, 7))
