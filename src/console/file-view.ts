import type { Response } from 'express'
import type { Attachment } from '../runtime/index.ts'

/** A file of a case as an officer sees it listed. */
export interface FileView {
  readonly id: string
  /** Made here, counted through the case: `附件1.jpg`. */
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** In words: `1.2 MB`. */
  readonly sizeSays: string
  readonly sha256: string
  readonly stripped: boolean
  /** Whether place, time and device were taken out, in words. */
  readonly says: string
  readonly at: string
}

/** A file as an officer takes it away. */
export interface Download {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export function fileView({ id, name, type, size, sha256, stripped, at }: Attachment): FileView {
  return { id, name, type, size, sizeSays: inWords(size), sha256, stripped, says: stripped ? taken : left, at }
}

/**
 * Hands a file out to be saved, never to be shown: what people send in may be made to act, and it must not act here.
 * Whatever opens it all the same opens it as nobody, without script, and as the type it was checked to be.
 */
export function sendFile(res: Response, { name, type, bytes }: Download): void {
  res
    .attachment(name)
    .type(type)
    .set({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

const taken = '已去除拍摄信息'
const left = '文件自带信息未去除'

function inWords(size: number): string {
  if (size < 1024) return `${size} 字节`
  return size < 1024 * 1024 ? `${Math.round(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`
}
