import type { Checked } from '../../runtime/index.ts'

type Words = Omit<Checked, 'ok'>

const address: Words = {
  says: '连不上企业微信的接口。',
  todo: '请看看这台机器能不能访问外网的 qyapi.weixin.qq.com（443 端口），防火墙和代理有没有放行；设了 WECOM_API_URL 的，请核对这个地址。',
}
const busy: Words = { says: '发得太快，企业微信暂时不让再发。', todo: '一般不用管，清问会等一会儿再发。' }
const gone: Words = {
  says: '收件的人已经不在应用的可见范围里，发不到了。',
  todo: '需要的话，请到企业微信管理后台看看应用的可见范围和这个人的状态；不需要再发的，点「不发了」。',
}
const token: Words = {
  says: '企业微信收回了访问凭证，换新的也没有通过。',
  todo: '密钥可能重新生成过。请到企业微信管理后台核对密钥，改好后重启清问。',
}

/** What a code of WeCom's API, or one of ours for its line, means in plain words. See https://developer.work.weixin.qq.com/document/path/90313 */
export const troubles: Readonly<Record<string, Words>> = {
  40001: {
    says: '企业微信不认这个密钥。',
    todo: '请到企业微信管理后台的应用页面核对密钥（应用是 WECOM_SECRET，微信客服是 WECOM_KF_SECRET），再看看 WECOM_CORP_ID 是不是同一家企业；改好后重启清问。',
  },
  40013: {
    says: '企业微信不认这个企业编号。',
    todo: '请到企业微信管理后台“我的企业”核对 WECOM_CORP_ID，改好后重启清问。',
  },
  40014: token,
  42001: token,
  60020: {
    says: '企业微信不让这台机器的公网 IP 调用接口。',
    todo: '请到企业微信管理后台的应用页面，把这台机器的出口 IP 加进“企业可信IP”。',
  },
  48002: {
    says: '这个应用没有调用这个接口的权限。',
    todo: '请到企业微信管理后台核对：微信客服要在“可调用接口的应用”里勾选；密钥不要和别的应用弄混。',
  },
  301002: { says: '密钥和应用编号不是同一个应用的。', todo: '请核对 WECOM_AGENT_ID 和 WECOM_SECRET，改好后重启清问。' },
  40056: { says: '企业微信不认这个应用编号。', todo: '请核对 WECOM_AGENT_ID，改好后重启清问。' },
  40003: gone,
  40031: gone,
  46004: gone,
  60011: gone,
  60111: gone,
  81013: gone,
  invaliduser: gone,
  unlicenseduser: {
    says: '收件的人没有企业微信的接口许可，发不到。',
    todo: '请到企业微信管理后台给这个人分配账号许可；不需要再发的，点「不发了」。',
  },
  45009: busy,
  45033: busy,
  6000: busy,
  pace: { says: '发给同一个人的消息快到企业微信的上限了，正在放慢。', todo: '不用管，到时候会自己接着发。' },
  [-1]: { says: '企业微信说它正忙。', todo: '一般不用管，清问过几秒再试。' },
  timeout: { says: '等了很久，企业微信没有回应。', ...(address.todo === undefined ? {} : { todo: address.todo }) },
  line: address,
  nonsense: {
    says: '接口回的不是企业微信该回的内容。',
    todo: '多半是中间的代理要求登录，或者 WECOM_API_URL 指错了地方。',
  },
  'too-long': { says: '接口回的内容太长，没有读。', todo: '请核对 WECOM_API_URL 是不是企业微信的接口。' },
  95001: {
    says: '微信客服在对方下次说话之前不让再发（48 小时内最多 5 条）。',
    todo: '不用管：对方再说话时会自己发出去。',
  },
  95000: { says: '微信客服不认这个客服账号。', todo: '请到“微信客服”后台看看账号是不是已经删了。' },
  95002: {
    says: '对方很久没有说话，微信客服不让发了。',
    todo: '对方再说话时会自己发出去；不需要再发的，点「不发了」。',
  },
  closed: { says: '企业微信里这个应用停用了。', todo: '请到企业微信管理后台的应用页面把它启用。' },
  'kf-no-account': {
    says: '微信客服里还没有可用的客服账号。',
    todo: '请到企业微信管理后台的“微信客服”建一个客服账号，并让这个应用可以管理它。',
  },
}

/** The words for a code, or for a status no code stands for; absent for one nobody knows. */
export function explain(trouble: string): Words | undefined {
  if (/^http-\d{3}$/.test(trouble)) return { ...address, says: `企业微信的接口回了 ${trouble.slice(5)}。` }
  return troubles[trouble.replace(/^WecomRefusal /, '')]
}
