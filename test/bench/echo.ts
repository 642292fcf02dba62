import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'

/*
 * The least an express server can do with a message: read it and send it back. Nothing is kept, nothing is looked up. It
 * runs as a process of its own, like the house, and prints its port.
 */
const app = express()
app.use(express.json())
app.post('/echo', (req, res) => void res.json(req.body))
const server = createServer(app).listen(0, () => {
  const { port } = server.address() as AddressInfo // A TCP server's address is never a string.
  process.stdout.write(`${port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
