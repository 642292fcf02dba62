import { z } from 'zod'
import { type Refusal, refusals } from '../../base/index.ts'
import { Problem } from '../../http/index.ts'
import { type ApiRoute, routes } from './routes.ts'

/** The OpenAPI 3.1 document of the officers' API, printed from the route table and its schemas. */
export function openapi(): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes as readonly ApiRoute[]) {
    const path = `/api/v1${route.path}`
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '清问 办件接口', version: '1', description: '受理人员使用的接口。与办件页面是同一套规则。' },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [], csrf: [] }],
    paths,
    components: {
      schemas: { Problem: schema(Problem, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'qingwen-console',
          description: '经 https 访问时名为 __Host-qingwen-console。',
        },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF', description: '用 Cookie 改动时必带，读取时不用。' },
      },
    },
  }
}

function operation(route: ApiRoute): object {
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.anyone ? { security: [] } : {}),
    parameters: [...pathParameters(route), ...queryParameters(route), ...(route.repeatable ? [idempotencyKey] : [])],
    ...(route.upload
      ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: uploadSchema(route.upload) } } } }
      : {}),
    ...(route.body ? { requestBody: { required: true, content: json(schema(route.body, 'input')) } } : {}),
    responses: {
      [route.status]: {
        description: '成功',
        ...(route.answer ? { content: json(schema(route.answer, 'output')) } : {}),
        ...(route.download ? { content: { 'application/octet-stream': {} } } : {}),
      },
      ...problemResponses(route.refusals),
    },
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '同一次操作的自定编号；断线重发时带同一个，只会生效一次。',
  schema: { type: 'string', minLength: 1, maxLength: 100 },
}

function pathParameters({ path }: ApiRoute): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    ...pathWords[
      name === 'fileId' || name === 'to' || name === 'signOffId'
        ? name
        : path.startsWith('/gaps/')
          ? 'gap'
          : path.startsWith('/texts')
            ? 'textId'
            : 'id'
    ],
  }))
}

const pathWords = {
  id: { description: '件号', schema: { type: 'string', examples: ['R-1001'] } },
  to: { description: '并到的那一件的件号', schema: { type: 'string', examples: ['R-1001'] } },
  gap: { description: '知识缺口的编号', schema: { type: 'string', examples: ['Q-1001'] } },
  textId: { description: '提出时给的编号', schema: { type: 'string', examples: ['p12'] } },
  signOffId: { description: '复核的 id，见一件的 signOffs', schema: { type: 'string', format: 'uuid' } },
  fileId: { description: '附件的 id，见一件的 attachments', schema: { type: 'string', format: 'uuid' } },
}

function queryParameters({ query }: ApiRoute): object[] {
  return Object.entries(query?.shape ?? {}).map(([name, part]) => ({
    name,
    in: 'query',
    required: false,
    schema: schema(part as z.ZodType, 'output'), // a ZodObject's shape holds schemas only
  }))
}

function problemResponses(codes: readonly Refusal[]): Record<string, object> {
  const out: Record<string, object> = {}
  for (const status of new Set(codes.map((code) => refusals[code][0]))) {
    const here = codes.filter((code) => refusals[code][0] === status)
    out[status] = {
      description: here.map((code) => `${code}：${refusals[code][1]}`).join(' '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return out
}

/** The file is bytes, which no schema of ours describes. */
function uploadSchema(of: z.ZodType): object {
  const fields = z.toJSONSchema(of, { io: 'input' })
  const file = { type: 'string', contentMediaType: 'application/octet-stream' }
  return { type: 'object', properties: { file, ...fields.properties }, required: ['file'] }
}

const json = (of: object) => ({ 'application/json': { schema: of } })

function schema(of: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(of, { io })
  return rest
}
