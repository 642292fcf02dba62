import type { Checked } from '../../runtime/index.ts'

type Words = Omit<Checked, 'ok'>

const login: Words = {
  says: '连不上微软的登录服务。',
  todo: '请看看这台机器能不能访问外网的 login.microsoftonline.com（443 端口），防火墙和代理有没有放行。',
}
const gone: Words = {
  says: '对方把机器人移除或者拦截了，或者会话已经不在，发不到了。',
  todo: '需要的话，请管理员看看 Teams 里这个应用的权限策略；不需要再发的，点「不发了」。',
}
const busy: Words = { says: 'Teams 说发得太快，让等一会儿。', todo: '一般不用管，清问会按它说的时间再发。' }

const troubles: Readonly<Record<string, Words>> = {
  'token-400': {
    says: '微软不认这个租户或者应用编号。',
    todo: '请到 Azure 门户“应用注册”的概述页，核对 MICROSOFT_APP_ID 和 MICROSOFT_APP_TENANT_ID，改好后重启清问。',
  },
  'token-401': {
    says: '微软不认这个应用的客户端密码，可能过期了。',
    todo: '请到 Azure 门户“证书和密码”新建一个，把它的“值”（不是“机密 ID”）设成 MICROSOFT_APP_PASSWORD，改好后重启清问。',
  },
  token: login,
  keys: {
    says: '取不到微软用来签名的公钥，这会儿没法确认来的消息是不是 Teams 发的，请它过一会儿再送。',
    todo: '请看看这台机器能不能访问外网的 login.botframework.com（443 端口）。',
  },
  401: {
    says: 'Teams 不认这个机器人的凭证。',
    todo: '请核对 Azure 机器人资源用的应用编号就是 MICROSOFT_APP_ID，应用类型和 MICROSOFT_APP_TENANT_ID 对得上。',
  },
  403: gone,
  404: gone,
  405: gone,
  410: gone,
  'unknown place': {
    says: '不知道这段对话在 Teams 的哪里，没法发。',
    todo: '对方再说一句话就会知道；不需要再发的，点「不发了」。',
  },
  400: { says: 'Teams 说这条消息的样子不对，没有收。', todo: '请把这个情况告诉清问的维护人员。' },
  413: { says: 'Teams 说这条消息太大，没有收。', todo: '请把这个情况告诉清问的维护人员。' },
  412: busy,
  429: busy,
  TimeoutError: {
    says: '等了很久，Teams 没有回应。',
    todo: '一般不用管，清问会自己再发；常常这样，请看看到外网的线路。',
  },
  TypeError: {
    says: '连不上 Teams 的服务器。',
    todo: '请看看这台机器能不能访问外网的 smba.trafficmanager.net（443 端口）。',
  },
}

/** What a code kept as trouble means; absent for one nobody knows. */
export function explain(trouble: string): Words | undefined {
  if (/^token-\d{3}$/.test(trouble))
    return troubles[trouble] ?? { ...login, says: `微软的登录服务回了 ${trouble.slice(6)}。` }
  if (/^5\d\d$/.test(trouble)) return { says: 'Teams 那边这会儿有故障。', todo: '一般不用管，清问会自己再发。' }
  return troubles[trouble]
}
