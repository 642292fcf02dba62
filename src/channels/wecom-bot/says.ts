/** What this channel itself says; everything else comes from the conversation. */
export const says = {
  /** Stands in the message until the answer takes its place. */
  looking: '正在查……',
  slow: '这一条查得有点久。查好以后我会另外发给您，不用再问一遍。',
  restarting: '我这边正在重启。您的话已经收下，查好以后会另外发给您，不用再发。',
  elsewhere: '已经另发一条给您了，请看下面。',
  notSaved: '这会儿存不下内容，您刚才说的没有收下，请过一会儿再发一次。',
  again: '（刚才可能没有送到，再发一遍。）\n\n',
  files: (link: string | undefined) =>
    link === undefined
      ? '图片和文件这里收不了，请用文字说给我听。'
      : `图片和文件这里收不了。文字可以接着在这里说；要交照片、录音或者文件，请打开网页版：${link}`,
  tooLong: '这一条太长了，没有收下。请分成几条发，每条不超过 4000 字。',
  choose: '请选一项',
  chosen: (label: string) => `已选：${label}`,
  over: '这张卡片已经过时，请看最新的一条',
  submit: '就选这个',
  orReply: '回复序号或者直接打字都可以。',
} as const

/** Why the line is not there, and what helps; by the words kept as `ChannelStanding.trouble`. */
export const troubles: Readonly<Record<string, { readonly says: string; readonly todo: string }>> = {
  evicted: {
    says: '别处有程序用同一个机器人连了上来，企业微信就断开了这里。一个机器人同一时间只能有一个连接。',
    todo: '请查一查是不是有测试机、旧服务器还在用这个机器人。停掉它以后，点「检查」就会重新连上；不点，也会隔一段时间自己再试。',
  },
  refused: {
    says: '企业微信不认这一对机器人编号和密钥。',
    todo: '请到企业微信管理后台的智能机器人页面，核对 WECOM_BOT_ID 和 WECOM_BOT_SECRET；密钥重新生成过的，要换成新的，改好后重启清问。',
  },
  cut: {
    says: '和企业微信的连接断了，正在自己重连。',
    todo: '如果一直连不上，请看看这台机器能不能访问外网的 openws.work.weixin.qq.com（443 端口），防火墙和代理有没有放行 WebSocket。',
  },
  mute: {
    says: '连是连上了，但对方一直没有应答登录。',
    todo: '多半是中间的代理或防火墙不放行 WebSocket。设了 WECOM_BOT_URL 的，请核对这个地址。',
  },
  unsure: {
    says: '有一条发出去以后没有等到回音，可能送到了，也可能没有；已经再发。',
    todo: '偶尔一次不用管。常常这样，请看看网络是不是不稳。',
  },
  45009: {
    says: '发得太快，企业微信暂时不让再发。',
    todo: '一般不用管，清问会等一分钟再发。',
  },
  846607: {
    says: '发得太快，企业微信暂时不让再发。',
    todo: '一般不用管，清问会等一分钟再发。',
  },
}
