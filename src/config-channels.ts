import { z } from 'zod'

// What the environment says of the channels beside the web chat.

/** An address without a name, a password or anything asked: the key has a variable of its own, and logs of proxies keep addresses. */
export function plainAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.username === '' && url.password === '' && url.search === '' && url.hash === ''
}

const set = z.string().trim().min(1)

/** The channels' variables, each checked alone. */
export const channelVariables = {
  QINGWEN_CHAT_CONTENT: z.enum(['on', 'off']).default('on'),
  MICROSOFT_APP_ID: z.guid().optional(),
  MICROSOFT_APP_PASSWORD: set.optional(),
  MICROSOFT_APP_TENANT_ID: z.guid().optional(),
  MICROSOFT_TENANTS: set.regex(/^[0-9a-f-]{36}(\s*,\s*[0-9a-f-]{36})*$/i).optional(),
  WECOM_CORP_ID: set.optional(),
  WECOM_AGENT_ID: z.coerce.number().int().positive().optional(),
  WECOM_SECRET: set.optional(),
  WECOM_TOKEN: set.regex(/^[0-9A-Za-z]{1,32}$/).optional(),
  WECOM_AES_KEY: set.regex(/^[0-9A-Za-z]{43}$/).optional(),
  WECOM_KF_SECRET: set.optional(),
  WECOM_API_URL: z
    .url({ protocol: /^https?$/ })
    .refine(plainAddress)
    .default('https://qyapi.weixin.qq.com'),
  WECOM_BOT_ID: set.optional(),
  WECOM_BOT_SECRET: set.optional(),
  WECOM_BOT_URL: z
    .url({ protocol: /^wss?$/ })
    .refine(plainAddress)
    .optional(),
}

/** What is said of one that is wrong. */
export const channelSays: Readonly<Record<string, string>> = {
  QINGWEN_CHAT_CONTENT: '应是 on（工作人员在聊天里办件时，可以写打码后的内容）或 off（一点内容都不写）',
  MICROSOFT_APP_ID: '应是 Azure 上登记的应用程序（客户端）ID，形如 00000000-0000-0000-0000-000000000000',
  MICROSOFT_APP_TENANT_ID: '应是目录（租户）ID，形如 00000000-0000-0000-0000-000000000000',
  MICROSOFT_TENANTS: '应是允许的租户 ID，用逗号隔开',
  WECOM_AGENT_ID: '应是企业微信管理后台应用页面上的 AgentId，一串数字',
  WECOM_TOKEN: '应和应用“接收消息”页面上的 Token 一样：英文或数字，不超过 32 个',
  WECOM_AES_KEY: '应和应用“接收消息”页面上的 EncodingAESKey 一样：43 个英文或数字',
  WECOM_API_URL: '应是企业微信接口的网址；用公有云就不要设，私有部署才要设',
  WECOM_BOT_URL: '应是 wss:// 开头的网址，不带用户名、密码和问号后面的部分；用企业微信公有云就不要设',
}

/** What is known of the channels once it has been checked. */
export interface Channels {
  /** Nothing of a case's content may be written to officers in a vendor's chat; absent: it may, people masked. */
  readonly chatContent?: false
  /** The application in WeCom, and 微信客服's secret where that is set up, too. */
  readonly wecom?: {
    readonly corpId: string
    readonly agentId: number
    readonly secret: string
    readonly token: string
    readonly aesKey: string
    readonly apiUrl: string
    readonly kfSecret?: string
  }
  /** WeCom's 智能机器人 over its long connection; `url` only for a private deployment. */
  readonly wecomBot?: { readonly id: string; readonly secret: string; readonly url?: string }
  /** The app registered with Microsoft for Teams, and the other tenants whose people may write; absent: no door for it. */
  readonly microsoft?: {
    readonly appId: string
    readonly password: string
    readonly tenant: string
    readonly tenants: readonly string[]
  }
}

const Environment = z.object(channelVariables)

/** The channels that are wholly set; half of a set is found elsewhere. */
export function channelsOf(e: z.infer<typeof Environment>): Channels {
  return {
    ...(e.QINGWEN_CHAT_CONTENT === 'off' ? { chatContent: false as const } : {}),
    ...(e.MICROSOFT_APP_ID && e.MICROSOFT_APP_PASSWORD && e.MICROSOFT_APP_TENANT_ID
      ? {
          microsoft: Object.freeze({
            appId: e.MICROSOFT_APP_ID,
            password: e.MICROSOFT_APP_PASSWORD,
            tenant: e.MICROSOFT_APP_TENANT_ID,
            tenants: e.MICROSOFT_TENANTS?.split(',').map((t) => t.trim()) ?? [],
          }),
        }
      : {}),
    ...wecomOf(e),
    ...(e.WECOM_BOT_ID && e.WECOM_BOT_SECRET
      ? {
          wecomBot: Object.freeze({
            id: e.WECOM_BOT_ID,
            secret: e.WECOM_BOT_SECRET,
            ...(e.WECOM_BOT_URL ? { url: e.WECOM_BOT_URL } : {}),
          }),
        }
      : {}),
  }
}

function wecomOf(e: z.infer<typeof Environment>): Pick<Channels, 'wecom'> {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_SECRET: secret, WECOM_KF_SECRET: kfSecret } = e
  const { WECOM_TOKEN: token, WECOM_AES_KEY: aesKey, WECOM_API_URL } = e
  if (!corpId || agentId === undefined || !secret || !token || !aesKey) return {}
  const apiUrl = WECOM_API_URL.replace(/\/+$/, '')
  return {
    wecom: Object.freeze({ corpId, agentId, secret, token, aesKey, apiUrl, ...(kfSecret ? { kfSecret } : {}) }),
  }
}

/** What each channel needs, for the page that shows whether it is set up. */
const channels: readonly (readonly [name: string, title: string, needs: readonly string[]])[] = [
  ['web', '网页', []],
  ['teams', 'Teams', ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID']],
  ['wecom', '企业微信应用', ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY']],
  ['kf', '微信客服', ['WECOM_KF_SECRET']],
  ['wecom-bot', '企业微信智能机器人', ['WECOM_BOT_ID', 'WECOM_BOT_SECRET']],
]

/** As the console shows it. */
export interface ChannelSetup {
  readonly name: string
  readonly title: string
  readonly needs: readonly { readonly variable: string; readonly set: boolean }[]
}

/** @param given the variables that are set. */
export const channelsIn = (given: Readonly<Record<string, unknown>>): readonly ChannelSetup[] =>
  channels.map(([name, title, needs]) => ({
    name,
    title,
    needs: needs.map((variable) => ({ variable, set: variable in given })),
  }))
