import { expect } from 'vitest'

/** Reads a refusal as `status code`, after making sure it is a whole problem document (RFC 9457). */
export async function problem(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  const body = (await response.json()) as { status: number; code: string; title: string; type: string }
  expect(body).toMatchObject({ status: response.status, type: `urn:qingwen:problem:${body.code}` })
  expect(body.title.length).toBeGreaterThan(3)
  return `${body.status} ${body.code}`
}
