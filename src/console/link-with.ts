import type { Request } from 'express'

/** The address of the same list with some parts of the question changed; what is undefined falls away. */
export function linkWith(req: Request, changed: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...req.query, ...changed }))
    if (typeof value === 'string' && value !== '') query.set(name, value)
  const asked = query.toString()
  return `${req.baseUrl}${req.path === '/' ? '' : req.path}${asked === '' ? '' : `?${asked}`}`
}
