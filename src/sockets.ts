import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { WebChannel } from './channels/index.ts'

/** The server and every socket it has open, upgraded ones too: the server itself forgets those. */
export interface Line {
  readonly server: Server
  readonly sockets: ReadonlySet<Socket>
}

/** A server for `app`, not yet listening. @param web takes upgrades; absent: every one is turned away. */
export function openLine(app: Parameters<typeof createServer>[1], web: WebChannel | undefined): Line {
  // Five minutes: a photo over a village's mast.
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 10_000, maxHeaderSize: 8192 }, app)
  server.maxConnections = mostConnections
  const sockets = openSockets(server)
  upgrades(server, web)
  return { server, sockets }
}

/** More than the streams one process feeds, fewer than would use up its file handles. */
const mostConnections = 20_000

function openSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

function upgrades(server: Server, web: WebChannel | undefined): void {
  server.on('upgrade', (request, socket, head) => {
    // Whoever asks for an upgrade may cut the line at any moment; without an ear for it, that would end the process.
    socket.on('error', () => socket.destroy())
    if (web?.upgrade(request, socket, head)) return
    // A half-open socket is nobody's to time out, so it is closed for both sides as soon as the answer is out.
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n', () => socket.destroy())
  })
}
