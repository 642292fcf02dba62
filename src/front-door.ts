import express, { type Express, type Router } from 'express'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { Refused } from './base/index.ts'
import { problems } from './http/index.ts'

export interface FrontDoor {
  readonly role: 'all' | 'intake' | 'console'
  /** Addresses of our own proxies; only what these say of a sender's address is believed. */
  readonly proxies: readonly string[]
  readonly web: Router
  /** Callbacks of platforms that are set up; each knows its own path. */
  readonly callbacks?: readonly Router[]
  readonly console: Router
  /** Rejects when no write can be taken. */
  ready(): Promise<void>
  onFault(fault: unknown): void
}

/** The HTTP face: which rooms are open in this role, health, metrics, and one way of saying no. */
export function frontDoor({ role, proxies, web, callbacks = [], console, ready, onFault }: FrontDoor): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', proxies)
  app.set('query parser', 'simple')
  const metrics = meter()
  app.use(metrics.count)
  app.get('/healthz', (_req, res) => void res.type('text/plain').send('ok'))
  app.get('/readyz', (_req, res) => {
    ready().then(
      () => void res.type('text/plain').send('ok'),
      (fault: unknown) => {
        onFault(fault)
        res.status(503).type('text/plain').send('not ready')
      },
    )
  })
  app.get('/metrics', async (req, res) => {
    // Counts tell an outsider when somebody reports, so only this machine may read them.
    // Behind a proxy on this machine everybody seems to be here, so a forwarded request is nobody's of ours.
    const forwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => req.headers[name] !== undefined)
    if (forwarded || !/^(::1|127\.|::ffff:127\.)/.test(req.socket.remoteAddress ?? '')) throw new Refused('notFound')
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  if (role !== 'console') for (const door of [web, ...callbacks]) app.use(door)
  if (role !== 'intake') app.use(console)
  app.use((_req, _res, next) => next(new Refused('notFound')))
  app.use(problems(onFault))
  return app
}

function meter() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answered = new Counter({
    name: 'qingwen_http_responses_total',
    help: 'Responses by status class',
    labelNames: ['status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'qingwen_http_seconds',
    help: 'Time to answer',
    buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  const count: express.RequestHandler = (_req, res, next) => {
    const done = seconds.startTimer()
    res.once('finish', () => {
      done()
      answered.inc({ status: `${Math.floor(res.statusCode / 100)}xx` })
    })
    next()
  }
  return { registry, count }
}
