import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { type WebChannel, type WebOptions, webChannel } from '../../src/channels/index.ts'
import type { FakeHouse } from './fake-house.ts'

export interface WebServer {
  /** `http://127.0.0.1:port` */
  readonly url: string
  readonly web: WebChannel
  readonly server: Server
  /** Cuts every open connection, as a lost network does. */
  cut(): void
  close(): Promise<void>
}

/** The web channel alone on a free port of this machine, over a fake house. */
export async function webServer(house: FakeHouse, options: Partial<WebOptions> = {}): Promise<WebServer> {
  const web = webChannel({
    take: (arrival) => house.take(arrival),
    log: (thread, after, limit) => house.log(thread, after, limit),
    collect: async () => undefined,
    attend: () => () => undefined,
    showReceipt: (about) => house.showReceipt(about),
    showDraftCode: async (draft) => house.draftCodes.get(draft),
    now: () => house.now(),
    secret: Buffer.alloc(32, 7),
    ...options,
  })
  house.committed = (thread) => web.channel.committed?.(thread)
  const app = express()
  app.use(web.router)
  const server = createServer(app)
  const sockets = new Set<import('node:stream').Duplex>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('upgrade', (request, socket, head) => {
    if (!web.upgrade(request, socket, head)) socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is never a string
    web,
    server,
    cut,
    close: () =>
      new Promise((done) => {
        web.close()
        server.close(() => done())
        cut()
      }),
  }
}
