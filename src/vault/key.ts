import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Fault } from '../base/index.ts'

/** Bytes of the server key. */
const size = 32

/**
 * Reads the server key, or makes it on the first start. It is kept outside the database, so that a stolen database alone
 * cannot test a single receipt; without it no receipt given out can be found again.
 *
 * @throws Fault if the file cannot be read, made, or is not 32 bytes; it is never replaced.
 */
export async function openKey(file: string): Promise<Buffer> {
  const key = (await read(file)) ?? (await make(file)) ?? (await read(file))
  if (key?.length === size) return key
  throw new Fault([
    `密钥文件 ${file} 应为 ${size} 字节，实际 ${key?.length ?? 0} 字节。用错密钥，已发出的回执就都查不到了，所以不启动。请从备份恢复这个文件。`,
  ])
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw cannot('读不出来', file, error)
  }
}

/**
 * Writes a whole, synced file under another name and then links it, so that neither a crash nor a second process that
 * starts at the same time ever sees half a key. @returns nothing if the other process was first.
 */
async function make(file: string): Promise<Buffer | undefined> {
  const key = randomBytes(size)
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(key)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, file)
    await syncFolder(dirname(file))
    return key
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined
    throw cannot('建不起来', file, error)
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

/** Makes the new name itself safe from a power cut; Windows can neither do it nor needs it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? 'unknown')
}

function cannot(what: string, file: string, error: unknown): Fault {
  return new Fault([`密钥文件 ${file} ${what}（${codeOf(error)}）。没有它就不能发回执，请检查目录权限和磁盘空间。`])
}
