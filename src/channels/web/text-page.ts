import express, { type Router } from 'express'
import { Refused } from '../../base/index.ts'
import { headers } from './page.ts'
import { type PublicText, textView } from './text-view.ts'

/** Public pages of published originals, `/:id/:edition`; read only, without a script. An edition that is not published is 404. */
export function textPages(text: (id: string, edition: number) => PublicText | undefined): Router {
  const router = express.Router({ strict: true })
  router.get('/:id/:edition', headers, (request, response) => {
    const { id, edition } = request.params
    const found = /^[a-z0-9]{1,20}$/.test(id) && /^[1-9]\d{0,5}$/.test(edition) ? text(id, Number(edition)) : undefined
    if (!found) throw new Refused('notFound')
    // Which text somebody read is nobody's business: nothing of it stays in the browser.
    response.set('Cache-Control', 'no-store').type('html').send(textView(found))
  })
  return router
}
