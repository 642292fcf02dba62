import { Refused } from '../base/index.ts'
import type { Deed, HeardFile } from '../dialogue/index.ts'
import { type CheckedFile, type Files, fileBounds, type HandedFile } from './attachments.ts'
import type { LogEntry } from './conversations.ts'

/**
 * Checks everything one message brings, one file after the other: stripping a photo takes memory for all its pixels.
 * One file that cannot be taken refuses the message, so that nobody believes half of it arrived.
 *
 * @throws Refused `fileTooMany`, `fileTooLarge`, and as `Files.check`.
 */
export async function checkFiles(files: Files, handed: readonly HandedFile[]): Promise<readonly CheckedFile[]> {
  if (handed.length > fileBounds.count) throw new Refused('fileTooMany')
  const total = handed.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  if (total > fileBounds.together) throw new Refused('fileTooLarge')
  if (handed.some(({ bytes }) => bytes.byteLength > fileBounds.each)) throw new Refused('fileTooLarge')
  const checked: CheckedFile[] = []
  for (const file of handed) checked.push(await files.check(file))
  return checked
}

/** What the engine and the log are told of them: names made here, counted by kind within the message. */
export function heardOf(files: readonly CheckedFile[]): readonly HeardFile[] {
  return files.map(({ word, extension, type, bytes, stripped }, n) => ({
    name: `${word}${files.slice(0, n + 1).filter((each) => each.word === word).length}.${extension}`,
    type,
    size: bytes.byteLength,
    stripped,
  }))
}

/** The same for the log, where there are any. */
export function loggedOf(files: readonly CheckedFile[]): Pick<Extract<LogEntry, { from: 'person' }>, 'files'> {
  if (files.length === 0) return {}
  return { files: heardOf(files).map(({ name, type, size }) => ({ name, type, size })) }
}

/** A file the engine keeps with a case. */
export interface KeptFile {
  readonly case: string
  readonly file: CheckedFile
}

/** The files the engine keeps with a case, in order. */
export function keptFiles(files: readonly CheckedFile[], deeds: readonly Deed[]): readonly KeptFile[] {
  return deeds.flatMap((deed) => {
    if (deed.type !== 'attach') return []
    const file = files[deed.file]
    if (!file) throw new Error('the engine keeps a file that did not come')
    return [{ case: deed.case, file }]
  })
}
