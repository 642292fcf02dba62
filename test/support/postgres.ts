import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

/** A throwaway PostgreSQL server: unix socket only, everybody trusted, gone with its folder when stopped. */
export interface ThrowawayPostgres {
  /** Makes an empty database. @returns its `postgresql://` address. */
  database(): Promise<string>
  /** Runs SQL as the superuser, in a database made before or in `postgres`. */
  run(sql: string, url?: string): Promise<readonly Record<string, unknown>[]>
  /** A connection of one's own to a database made before; the caller ends it. */
  connect(url: string): Promise<pg.Client>
  /**
   * Another way to a database, over which answers can be lost: `cut` breaks the connection that next commits, after the
   * server has done it and before its client hears of it.
   */
  lossyWay(url: string): Promise<{ readonly url: string; cut(): void; close(): Promise<void> }>
  stop(): Promise<void>
}

/** Folder of `postgres` and `initdb`; absent where there is none, and then suites that need it are skipped. */
export const postgresBin: string | undefined = findBin()

/** Starts a server. `fsync` off is quicker and good enough wherever nobody pulls the plug. */
export async function startPostgres(options: { fsync?: boolean } = {}): Promise<ThrowawayPostgres> {
  if (!postgresBin) throw new Error('no PostgreSQL here: ask postgresBin first')
  const folder = mkdtempSync(join(tmpdir(), 'qw-pg-'))
  const owner = serverOwner()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const fsync = options.fsync ? 'on' : 'off'
  const init = ['-D', data, '-U', 'qingwen', '-A', 'trust', '-E', 'UTF8', '--no-locale']
  execFileSync(join(postgresBin, 'initdb'), options.fsync ? init : [...init, '-N'], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  })
  const set = ['-c', `fsync=${fsync}`, '-c', 'max_connections=60', '-c', 'shared_buffers=32MB']
  const server = spawn(join(postgresBin, 'postgres'), ['-D', data, '-k', folder, '-h', '', ...set], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const orphaned = () => server.kill('SIGQUIT')
  process.once('exit', orphaned)
  const over = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let heard = ''
    server.stderr.on('data', (bytes: Buffer) => {
      heard = (heard + bytes).slice(-4000)
      if (heard.includes('ready to accept connections')) resolve()
    })
    over.then(() => reject(new Error(`PostgreSQL did not start:\n${heard}`)))
  })

  const address = (name: string) => `postgresql://qingwen@localhost/${name}?host=${encodeURIComponent(folder)}`
  const client = async (url: string) => {
    const own = new pg.Client({ connectionString: url })
    await own.connect()
    return own
  }
  const run = async (sql: string, url = address('postgres')) => {
    const own = await client(url)
    try {
      return (await own.query(sql)).rows
    } finally {
      await own.end()
    }
  }
  return {
    run,
    connect: client,
    lossyWay: (url) => lossyWay(folder, url),
    async database() {
      const name = `t${randomBytes(6).toString('hex')}`
      await run(`create database ${name}`)
      return address(name)
    },
    async stop() {
      process.off('exit', orphaned)
      server.kill('SIGQUIT')
      await over
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findBin(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = readable(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env['PG_BIN'] ? [process.env['PG_BIN']] : []),
    ...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  return folders.find((folder) => readable(join(folder, 'initdb')) && readable(join(folder, 'postgres')))
}

function readable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root, so root lends it another user; everybody else runs it as they are. */
function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: ask('-u'), gid: ask('-g') }
    } catch {
      // No such user here; the next one will do.
    }
  }
  return { uid: 65534, gid: 65534 }
}

const socketName = '.s.PGSQL.5432'

async function lossyWay(folder: string, url: string) {
  const side = mkdtempSync(join(tmpdir(), 'qw-pg-'))
  let cutting = false
  const way = createServer((client) => {
    const server = connect(join(folder, socketName))
    let lost = false
    client.on('data', (bytes) => {
      if (cutting && bytes.includes('commit')) {
        cutting = false
        lost = true
      }
      server.write(bytes)
    })
    server.on('data', (bytes) => (lost ? client.destroy() : client.write(bytes)))
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('close', () => other.destroy())
      one.on('error', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => way.listen(join(side, socketName), resolve))
  return {
    url: url.replace(encodeURIComponent(folder), encodeURIComponent(side)),
    cut: () => {
      cutting = true
    },
    async close() {
      await new Promise((resolve) => way.close(resolve))
      rmSync(side, { recursive: true, force: true })
    },
  }
}
