import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import express, { type Router } from 'express'
import helmet from 'helmet'

/** The chat page at `/` and its few files, read once at start. */
export function page(): Router {
  const router = express.Router()
  const folder = new URL('./page/', import.meta.url)
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)]
    if (!type) continue
    const plain = readFileSync(new URL(name, folder))
    const packed = gzipSync(plain, { level: 9 })
    router.get(name === 'index.html' ? '/' : `/${name}`, headers, (request, response) => {
      const pack = request.acceptsEncodings('gzip') === 'gzip'
      // No trace of the visit stays in the browser's cache; the files are small enough to come again.
      response.set({ 'Content-Type': type, 'Cache-Control': 'no-store', Vary: 'Accept-Encoding' })
      if (pack) response.set('Content-Encoding', 'gzip')
      response.send(pack ? packed : plain)
    })
  }
  return router
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Nothing from elsewhere, no script but our own, no trace of the page people came from. */
export const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // Older browsers do not count ws: as 'self'.
      connectSrc: ["'self'", 'ws:', 'wss:'],
      imgSrc: ["'self'", 'data:'],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Whether this runs behind HTTPS is the proxy's to know and to promise.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
})
