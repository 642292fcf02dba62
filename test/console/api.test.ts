import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shapes } from '../../src/console/index.ts'
import { type Desk, file, type Office, openOffice, seat } from '../support/office.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

let office: Office
let keeper: Desk
let officer: Desk
let number = ''
let document: Document

beforeAll(async () => {
  office = await openOffice()
  keeper = await seat(office, '系统管理、受理、承办')
  officer = await seat(office)
  number = (await file(office, { due: '2026-12-14', dueCite: 'nat.rule.realname.ack15' })).number
  const response = await fetch(`${office.url}/api/v1/openapi.json`)
  document = (await response.json()) as Document
})
afterAll(() => office.close())

const problem = z.strictObject({ type: z.string(), title: z.string().min(4), status: z.number(), code: z.string() })
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the OpenAPI document', () => {
  it('is 3.1 and names every face the outside holds on to', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(operations().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'post /api/v1/session',
      'get /api/v1/session',
      'delete /api/v1/session',
      'post /api/v1/session/confirm',
      'get /api/v1/cases',
      'post /api/v1/cases',
      'get /api/v1/cases/{id}',
      'get /api/v1/cases/{id}/files/{fileId}',
      'post /api/v1/cases/{id}/claim',
      'post /api/v1/cases/{id}/release',
      'post /api/v1/cases/{id}/actions',
      'get /api/v1/cases/{id}/document.docx',
      'get /api/v1/audit',
      'post /api/v1/cases/{id}/give',
      'post /api/v1/cases/{id}/take-back',
      'get /api/v1/hand-over',
      'post /api/v1/hand-over',
      'get /api/v1/cases/{id}/duplicates',
      'post /api/v1/cases/{id}/links',
      'delete /api/v1/cases/{id}/links/{to}',
      'post /api/v1/cases/{id}/apart',
      'get /api/v1/ledger',
      'get /api/v1/sign-offs',
      'post /api/v1/cases/{id}/sign-offs',
      'post /api/v1/cases/{id}/sign-offs/{signOffId}',
      'get /api/v1/cases/{id}/sign-offs/{signOffId}/document.docx',
      'get /api/v1/forms',
      'get /api/v1/cases/{id}/walls',
      'post /api/v1/cases/{id}/walls',
      'get /api/v1/statistics',
      'get /api/v1/gaps',
      'post /api/v1/gaps/{id}/give',
      'post /api/v1/gaps/{id}/close',
      'post /api/v1/gaps/{id}/reopen',
      'get /api/v1/texts',
      'post /api/v1/texts',
      'post /api/v1/texts/{id}/publish',
    ])
    const list = document.paths['/api/v1/cases']?.['get']
    for (const name of ['state', 'kind', 'due', 'q', 'cursor'])
      expect(list?.parameters.map((p) => p.name)).toContain(name)
    const action = document.paths['/api/v1/cases/{id}/actions']?.['post']
    expect(action?.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }))
  })

  it('says of every operation what is needed without a session, and each is so', async () => {
    for (const { path, method, operation } of operations()) {
      if (operation.operationId === 'openSession') continue
      const response = await fetch(office.url + path.replace('{id}', number), { method: method.toUpperCase() })
      expect(response.status, operation.operationId).toBe(401)
      expect(Object.keys(operation.responses)).toContain('401')
      expect(problem.parse(await response.json()).code).toBe('noToken')
      expect(response.headers.get('content-type')).toMatch('application/problem+json')
    }
  })

  it.each([
    ['readSession', '/api/v1/session', shapes.CurrentSession],
    ['listCases', '/api/v1/cases', shapes.CaseList],
    ['readCase', '/api/v1/cases/NUMBER', shapes.CaseFile],
    ['readAudit', '/api/v1/audit?limit=3', shapes.AuditPage],
    ['readGaps', '/api/v1/gaps', shapes.GapList],
  ])('describes what %s really answers, key for key', async (_, path, shape) => {
    const { status, body } = await keeper.call(path.replace('NUMBER', number))
    expect(status).toBe(200)
    expect(shape.parse(body)).toEqual(body)
  })

  it('describes what a claim answers', async () => {
    const { body } = await keeper.call(`/api/v1/cases/${number}/claim`, { method: 'POST' })
    expect(shapes.Standing.parse(body)).toEqual(body)
  })
})

describe('refusals', () => {
  const refused = async (desk: Desk, path: string, init?: RequestInit) => {
    const { status, body, headers } = await desk.call(path, init)
    expect(headers.get('content-type')).toMatch('application/problem+json')
    const told = problem.parse(body)
    expect(told.type).toBe(`urn:qingwen:problem:${told.code}`)
    expect(told.status).toBe(status)
    return [status, told.code]
  }
  const send = (body: string, type = 'application/json') => ({
    method: 'POST',
    body,
    headers: { 'content-type': type },
  })
  const actions = () => `/api/v1/cases/${number}/actions`

  it.each<[string, string, number, string]>([
    ['a case that is not there', '/api/v1/cases/R-9999', 404, 'notFound'],
    ['a number that is no number', '/api/v1/cases/..%2f..%2fetc', 404, 'notFound'],
    ['a path that is not there', '/api/v1/nothing', 404, 'notFound'],
    ['an unknown due word', '/api/v1/cases?due=soon', 400, 'badRequest'],
    ['a filter given twice', '/api/v1/cases?state=a&state=b', 400, 'badRequest'],
    ['a limit of none', '/api/v1/cases?limit=0', 400, 'badRequest'],
    ['a cursor of somebody else', '/api/v1/cases?cursor=zzz', 400, 'badRequest'],
    ['a search longer than any number', `/api/v1/cases?q=${'9'.repeat(60)}`, 400, 'badRequest'],
    ['a broken address', '/api/v1/cases/%E0%A4%A', 400, 'badRequest'],
    ['a paper that is not offered', '/api/v1/cases/NUMBER/document.docx?paper=revisit-record', 404, 'notFound'],
  ])('tell of %s', async (_, path, status, code) => {
    expect(await refused(keeper, path.replace('NUMBER', number))).toEqual([status, code])
  })

  it.each<[string, RequestInit, number, string]>([
    ['broken JSON', send('{"action":'), 400, 'badJson'],
    ['a body that is no object', send('[]'), 400, 'badRequest'],
    ['wrong types', send('{"action":1}'), 400, 'badRequest'],
    ['a field it does not know', send('{"action":"accept","state":"已办结"}'), 400, 'badRequest'],
    ['another kind of content', send('action=accept', 'text/plain'), 415, 'unsupported'],
    ['no body', { method: 'POST' }, 415, 'unsupported'],
    ['100 kB', send(JSON.stringify({ action: 'ask', reason: '字'.repeat(40_000) })), 413, 'tooLong'],
    ['a method it does not have', { method: 'PUT' }, 405, 'methodNotAllowed'],
  ])('tell of %s', async (_, init, status, code) => {
    expect(await refused(keeper, actions(), init)).toEqual([status, code])
    expect((await office.store.cases.byNumber(number))?.state).toBe('待受理')
  })

  it('say of what an officer may not read exactly what they say of what is not there', async () => {
    const [hidden, absent] = [await officer.call('/api/v1/audit'), await officer.call('/api/v1/nothing')]
    expect([hidden.status, hidden.body]).toEqual([absent.status, absent.body])
  })

  it('of an unexpected fault say nothing of its cause, and the house is told', async () => {
    const broken = await openOffice({ flows: undefined as never })
    const desk = await seat(broken)
    const made = await file(broken)
    const { status, body } = await desk.call(`/api/v1/cases/${made.number}`)
    expect([status, problem.parse(body).code]).toEqual([500, 'fault'])
    expect(JSON.stringify(body)).not.toMatch(/undefined|TypeError|src\//)
    expect(broken.faults).toHaveLength(1)
    const page = await desk.page(`/console/cases/${made.number}`)
    expect(page.status).toBe(500)
    expect(page.html).not.toMatch(/TypeError|src\//)
    await broken.close()
  })

  it('leave nothing broken behind', () => expect(office.faults).toEqual([]))
})
