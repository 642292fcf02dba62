import { resolve } from 'node:path'
import { z } from 'zod'
import { Fault } from './base/index.ts'
import {
  type ChannelSetup,
  type Channels,
  channelSays,
  channelsIn,
  channelsOf,
  channelVariables,
  plainAddress,
} from './config-channels.ts'

const set = z.string().trim().min(1)

/** What makes the libraries underneath send every question to a service abroad. */
const tracing = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']

/** Variables that only make sense together: half of a set is a fault, because the missing half would fail in the night. */
const together: readonly (readonly string[])[] = [
  ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'],
  ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'],
  ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
  ['LLM_BASE_URL', 'LLM_API_KEY', 'LLM_MODEL'],
  ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_API_KEY', 'EMBEDDINGS_MODEL'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
]

const Environment = z.object({
  ...channelVariables,
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  QINGWEN_DATA: set.default('./data'),
  DATABASE_URL: set.regex(/^postgres(ql)?:\/\//).optional(),
  QINGWEN_REGION: set.optional(),
  QINGWEN_ROLE: z.enum(['all', 'intake', 'console']).default('all'),
  QINGWEN_NOW: z.iso.datetime({ offset: true }).optional(),
  QINGWEN_ORIGIN: z.url().optional(),
  EMBEDDINGS_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  EMBEDDINGS_API_KEY: set.optional(),
  EMBEDDINGS_MODEL: set.optional(),
  QINGWEN_PROXY: set.regex(/^(loopback|[0-9a-fA-F.:/]+)(\s*,\s*(loopback|[0-9a-fA-F.:/]+))*$/).optional(),
  LLM_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .refine(plainAddress)
    .optional(),
  LLM_API_KEY: set.optional(),
  LLM_MODEL: set.optional(),
  QINGWEN_AUDIT_HEAD: set.regex(/^(syslog:\/\/[^/\s]+|\/\S.*)$/).optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(plainAddress)
    .optional(),
  OIDC_CLIENT_ID: set.optional(),
  OIDC_CLIENT_SECRET: set.optional(),
  OIDC_CLAIM: set.regex(/^[\w.:/-]+$/).default('preferred_username'),
  NODE_ENV: z.string().optional(),
})

const says: Readonly<Record<string, string>> = {
  ...channelSays,
  PORT: '应是 0 到 65535 的整数',
  DATABASE_URL: '应以 postgres:// 开头；不用 PostgreSQL 就不要设',
  QINGWEN_ROLE: '只能是 all、intake 或 console',
  QINGWEN_NOW: '应是带时区的时间，如 2026-11-23T09:30:00+08:00',
  QINGWEN_PROXY: '应是反向代理的地址，用逗号隔开，如 127.0.0.1',
  LLM_BASE_URL: '应是模型服务的网址，如 http://10.0.0.8:8000/v1，不带用户名、密码和问号后面的部分',
  QINGWEN_ORIGIN: '应是完整网址，如 https://qingwen.example.cn',
  QINGWEN_AUDIT_HEAD: '应是另一块盘上的文件（以 / 开头），或者 syslog://主机:端口',
  OIDC_ISSUER: '应是统一登录服务的网址，如 https://sso.example.cn',
  OIDC_CLAIM: '应是令牌里的一个字段名，如 preferred_username',
  EMBEDDINGS_BASE_URL: '应是向量服务的完整网址，带版本号，如 http://10.0.0.5:8000/v1',
}

/** The checked environment, frozen; nobody else reads `process.env`. */
export interface Config extends Channels {
  readonly port: number
  /** Absolute path of the data folder. */
  readonly dataDir: string
  readonly databaseUrl?: string
  /** Place taken for granted; absent means ask. */
  readonly region?: string
  readonly role: 'all' | 'intake' | 'console'
  /** Addresses of our own reverse proxies; empty means that nobody's word about another's address is believed. */
  readonly proxies: readonly string[]
  /** Fixed clock, only under test. */
  readonly now?: string
  /** A language model on the office's own server, beside the answers that need none; absent: none is asked, ever. */
  readonly model?: { readonly baseUrl: string; readonly apiKey: string; readonly model: string }
  /** Every channel, and which of its variables are set; never their values. */
  readonly channels: readonly ChannelSetup[]
  /** Address people reach us at, if it is not `http://localhost:<port>`. */
  readonly origin?: string
  /** Where signed heads of the audit chain are kept: a file, or `syslog://host:port`. */
  readonly auditHead?: string
  /** The office's sign-on service; `claim` is the account name in its token. */
  readonly single?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly claim: string
  }
  /** An embedding server that speaks the OpenAI protocol; absent: the built-in vectors. */
  readonly embeddings?: { readonly baseUrl: string; readonly apiKey: string; readonly model: string }
}

/**
 * Reads and checks the environment.
 *
 * @throws Fault naming every variable that is wrong or half set, all at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v.trim() !== ''))
  const read = Environment.safeParse(given)
  const faults = [
    ...(read.success
      ? []
      : read.error.issues.map(
          (i) => `环境变量 ${String(i.path[0])} 不对：${says[String(i.path[0])] ?? '值不合要求'}。`,
        )),
    ...('MICROSOFT_TENANTS' in given && !('MICROSOFT_APP_ID' in given)
      ? ['环境变量 MICROSOFT_TENANTS 已设，还缺 MICROSOFT_APP_ID；不接 Teams 就不要设。']
      : []),
    ...together.flatMap((names) => halfSet(names, given)),
    ...('WECOM_KF_SECRET' in given && !('WECOM_CORP_ID' in given)
      ? ['环境变量 WECOM_KF_SECRET 已设，还缺企业微信应用的那一组（WECOM_CORP_ID 等）：微信客服和它共用一个回调。']
      : []),
    ...(given['QINGWEN_NOW'] && given['NODE_ENV'] !== 'test'
      ? ['环境变量 QINGWEN_NOW 只能在 NODE_ENV=test 时使用，它会把时钟定住。']
      : []),
    ...tracing.flatMap((name) =>
      /^(1|true)$/i.test(given[name]?.trim() ?? '') ? [`环境变量 ${name} 会把内容发到外部服务，请去掉。`] : [],
    ),
  ]
  if (faults.length > 0 || !read.success) throw new Fault(faults)
  const e = read.data
  return Object.freeze({
    port: e.PORT,
    dataDir: resolve(e.QINGWEN_DATA),
    role: e.QINGWEN_ROLE,
    proxies: e.QINGWEN_PROXY?.split(',').map((p) => p.trim()) ?? [],
    channels: channelsIn(given),
    ...(e.DATABASE_URL ? { databaseUrl: e.DATABASE_URL } : {}),
    ...(e.QINGWEN_REGION ? { region: e.QINGWEN_REGION } : {}),
    ...(e.QINGWEN_NOW ? { now: e.QINGWEN_NOW } : {}),
    ...(e.LLM_BASE_URL && e.LLM_API_KEY && e.LLM_MODEL
      ? {
          model: Object.freeze({
            baseUrl: e.LLM_BASE_URL.replace(/\/+$/, ''),
            apiKey: e.LLM_API_KEY,
            model: e.LLM_MODEL,
          }),
        }
      : {}),
    ...channelsOf(e),
    ...(e.QINGWEN_ORIGIN ? { origin: e.QINGWEN_ORIGIN.replace(/\/$/, '') } : {}),
    ...(e.QINGWEN_AUDIT_HEAD ? { auditHead: e.QINGWEN_AUDIT_HEAD } : {}),
    ...(e.OIDC_ISSUER && e.OIDC_CLIENT_ID && e.OIDC_CLIENT_SECRET
      ? {
          single: Object.freeze({
            issuer: e.OIDC_ISSUER.replace(/\/$/, ''),
            clientId: e.OIDC_CLIENT_ID,
            clientSecret: e.OIDC_CLIENT_SECRET,
            claim: e.OIDC_CLAIM,
          }),
        }
      : {}),
    ...(e.EMBEDDINGS_BASE_URL && e.EMBEDDINGS_API_KEY && e.EMBEDDINGS_MODEL
      ? { embeddings: { baseUrl: e.EMBEDDINGS_BASE_URL, apiKey: e.EMBEDDINGS_API_KEY, model: e.EMBEDDINGS_MODEL } }
      : {}),
  })
}

function halfSet(names: readonly string[], given: Readonly<Record<string, string | undefined>>): string[] {
  const missing = names.filter((n) => !(n in given))
  return missing.length === 0 || missing.length === names.length
    ? []
    : [
        `环境变量 ${names.filter((n) => n in given).join('、')} 已设，还缺 ${missing.join('、')}；要么都设，要么都不设。`,
      ]
}
