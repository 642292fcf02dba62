import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/main.ts'
import { scratchFolder } from '../support/scratch.ts'

it('lives through clients that ask for an upgrade and cut the line, and ends in time while one holds on', async () => {
  const folder = scratchFolder()
  const running = await start(readConfig({ PORT: '0', QINGWEN_DATA: folder.path }), () => undefined)
  const ask = (path: string) =>
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`
  const cut = () =>
    new Promise<void>((resolve) => {
      const socket = connect(running.port, '127.0.0.1', () => {
        socket.write(ask('/x'))
        setTimeout(() => socket.resetAndDestroy(), 15)
      })
      socket.on('error', () => undefined)
      socket.once('close', () => resolve())
    })
  for (let n = 0; n < 5; n++) await Promise.all(Array.from({ length: 12 }, cut))
  expect((await fetch(`http://127.0.0.1:${running.port}/healthz`)).status).toBe(200)

  const holder = connect({ port: running.port, host: '127.0.0.1', allowHalfOpen: true }, () => holder.write(ask('/x')))
  holder.on('error', () => undefined)
  await new Promise((resolve) => holder.once('data', resolve))
  await running.stop()
  holder.destroy()
  folder.remove()
})
