import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Router } from 'express'
import helmet from 'helmet'
import { Refused } from '../base/index.ts'
import type { OfficerDesk } from '../runtime/index.ts'
import { api } from './api/api.ts'
import { countAttempts } from './attempts.ts'
import { type OpenIndex, openCaseIndex } from './case-index.ts'
import { openChannelDesk } from './channel-desk.ts'
import { openChat } from './chat/open-chat.ts'
import { openDesk } from './desk.ts'
import { guard } from './gate.ts'
import type { ConsoleOptions } from './options.ts'
import { accountPages } from './page-accounts.ts'
import { approvalPages } from './page-approvals.ts'
import { casePages } from './page-case.ts'
import { channelPages } from './page-channels.ts'
import { clerkPages } from './page-clerk.ts'
import { codePages } from './page-code.ts'
import { deskPages } from './page-desk.ts'
import { pageErrors } from './page-errors.ts'
import { gapPages } from './page-gaps.ts'
import { handOverPages } from './page-hand-over.ts'
import { holdPages, openHoldDesk } from './page-hold.ts'
import { identityPages } from './page-identity.ts'
import { keyPages } from './page-keys.ts'
import { ledgerPages } from './page-ledger.ts'
import { livePages } from './page-live.ts'
import { paperPages } from './page-paper.ts'
import { passwordPages } from './page-password.ts'
import { replyPages } from './page-replies.ts'
import { retentionPages } from './page-retention.ts'
import { setupPages } from './page-setup.ts'
import { signInPages } from './page-sign-in.ts'
import { signOffPages } from './page-sign-off.ts'
import { singleSignOnPages } from './page-single-sign-on.ts'
import { statisticsPages } from './page-statistics.ts'
import { textPages } from './page-texts.ts'
import { wallPages } from './page-walls.ts'
import { openRetentionDesk } from './retention-desk.ts'
import { secondFactor } from './second-factor.ts'
import { secondPerson } from './second-person.ts'
import { keepSessions } from './session.ts'
import { openTextDesk } from './text-desk.ts'
import { namesOf } from './text-keeper.ts'
import { textUploads } from './text-upload.ts'

const assets = fileURLToPath(new URL('./public', import.meta.url))

/** The officers' side: what is mounted at the root of the app, and what is heard on other channels. */
export interface Console {
  /** Pages under `/console` and the JSON API under `/api/v1`. */
  readonly router: Router
  /** Absent where no channel may have any. */
  readonly chat?: OfficerDesk
}

/** The pages and the API alone. */
export const consoleRouter = (options: ConsoleOptions, index: OpenIndex = openCaseIndex(options)): Router =>
  openConsole(options, index).router

export function openConsole(options: ConsoleOptions, index: OpenIndex = openCaseIndex(options)): Console {
  const desk = openDesk(options, index)
  const { store, keyring, now } = options
  const attempts = countAttempts()
  const factor = secondFactor(store, options.secrets)
  const second = secondPerson(options)
  const holds = openHoldDesk(options)
  const sessions = keepSessions({ store, keyring, attempts, factor, now })
  const gate = guard(sessions, options.secureCookies)
  const texts = openTextDesk(options)
  const uploads = textUploads()
  const router = express.Router()
  router.use(['/console', '/api/v1'], headers(options.secureCookies))
  router.use('/console/assets', express.static(assets, { index: false, fallthrough: false }))
  router.use(['/console', '/api/v1'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  router.use(['/console', '/api/v1'], sweeping(index, options.onFault))
  router.use('/api/v1', api({ desk, texts, uploads, gate, sessions, onFault: options.onFault }))
  // A form of ten things, or two thousand cases to hand over, have more lines than other pages send.
  router.use(
    ['/console/written-down', '/console/hand-over'],
    express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 2100 }),
  )
  router.use('/console', express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 50 }))
  router.use('/console', setupPages(options))
  router.use('/console', signInPages({ options, sessions, gate }))
  router.use('/console', codePages({ sessions, factor, gate }))
  if (options.single) router.use('/console', singleSignOnPages({ options, single: options.single, sessions, gate }))
  router.use('/console', handOverPages({ options, desk, gate }))
  router.use('/console', accountPages({ options, gate, factor, second }))
  router.use('/console', approvalPages({ second, gate, options }))
  router.use('/console', keyPages({ options, gate }))
  router.use('/console', passwordPages({ options, attempts, gate }))
  router.use('/console', holdPages({ desk: holds, gate }))
  router.use('/console', retentionPages({ options, desk: openRetentionDesk(options, second), gate }))
  router.use('/console', identityPages({ options, desk, gate, second }))
  router.use('/console', clerkPages({ desk: desk.clerk, gate, now }))
  router.use('/console', ledgerPages({ desk, gate }))
  router.use('/console', casePages({ desk, holds, gate }))
  router.use('/console', wallPages({ desk: desk.walls, gate }))
  router.use('/console', replyPages({ desk: desk.replies, gate }))
  router.use('/console', livePages({ options, gate }))
  router.use('/console', statisticsPages({ desk, gate }))
  router.use('/console', paperPages({ desk, gate }))
  router.use('/console', signOffPages({ desk: desk.signs, gate }))
  router.use('/console', gapPages({ options, desk: desk.gaps, gate }))
  router.use('/console', textPages({ texts, uploads, gate, names: namesOf(store) }))
  router.use('/console', channelPages({ desk: openChannelDesk(options), gate }))
  const chat = options.chat && openChat({ options, chat: options.chat, desk, sessions, gate })
  if (chat) router.use('/console', chat.pages)
  router.use('/console', deskPages({ options, desk, gate }))
  router.use('/console', (_req, _res, next) => next(new Refused('notFound')))
  router.use('/console', pageErrors(gate, options.onFault))
  return { router, ...(chat ? { chat: chat.desk } : {}) }
}

/**
 * Looks after every change whether whoever opened the index is still there: there are many ways for a session to end or a
 * key to be taken away, and none of them has to remember the index.
 */
function sweeping(index: OpenIndex, onFault: (error: unknown) => void): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'GET' && index.held > 0) res.on('finish', () => void index.sweep().catch(onFault))
    next()
  }
}

/** SECURITY W-5: nothing from elsewhere, nothing inline, no frames, no markup made by script. */
function headers(secure: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    // Not no-referrer: browsers then send `Origin: null` with our own forms, and the origin check would turn them away.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
    xFrameOptions: { action: 'deny' },
  })
}
