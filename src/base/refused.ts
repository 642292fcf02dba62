/**
 * Every way the outside can be turned away: stable code → HTTP status and the sentence a person reads.
 * Codes are public API (RFC 9457 `type`); add, never rename.
 */
export const refusals = {
  badJson: [400, '这份请求不是完整的 JSON，请检查后再发。'],
  badRequest: [400, '请求里有字段不对，请检查后再发。'],
  emptyMessage: [400, '这条消息是空的，请写几个字再发。'],
  fileEmpty: [400, '这个文件是空的，没有收下。请重新选一次。'],
  fileBroken: [400, '这张照片打不开，可能没有存完整，没有收下。请重新选一次，或者截一张屏再发。'],
  uploadBroken: [400, '文件没有传完整，没有收下。请再传一次。'],
  fileTooLarge: [
    413,
    '文件太大了，没有收下：一个文件最多 10 MB，一次合起来最多 20 MB。照片可以截一张屏再发，视频请截短些。',
  ],
  fileTooMany: [413, '一次最多发 5 个文件，没有收下。请分几次发。'],
  caseFull: [413, '这一件的附件已经满了（最多 20 个，合起来 100 MB），没有收下。请把要紧的写成文字发来。'],
  fileType: [
    415,
    '这种文件收不了。可以发照片（JPG、PNG、WebP）、PDF、Word（docx）、Excel（xlsx）、文本（txt）、录音（mp3、m4a、amr）和视频（mp4）。',
  ],
  fileHeic: [
    415,
    '这张照片是 HEIC 格式，里面的拍摄地点这里去不掉，为了您的安全没有收下。请截一张屏再发，或者存成 JPG 再发。',
  ],
  fileMismatch: [415, '文件的内容和后缀名对不上，没有收下。请选原来的文件，不要改后缀名。'],
  photosClosed: [
    415,
    '这里现在去不掉照片里的拍摄信息，为了您的安全，照片没有收下。请先用文字说明，别的文件可以照常发。',
  ],
  textType: [
    415,
    '这种文件读不了文字。制度原文可以用 Word（docx）、PDF、网页（html）、Markdown（md）或者文本（txt）。',
  ],
  textEmpty: [400, '这个文件里没有文字，没有收下。请打开看看是不是选错了。'],
  textTooLarge: [413, '文件太大了，没有收下：一个文件最多 20 MB，里面的文字最多 200 万字。请拆成几份再上传。'],
  textScanned: [422, '这份 PDF 是扫描件，里面只有图片、没有文字，没有收下。请先做文字识别，或者找印发单位要 Word 版。'],
  textLocked: [422, '这份文件加了密码，打不开，没有收下。请去掉密码再上传。'],
  textBroken: [400, '这个文件打不开，可能没有存完整，没有收下。请用原来的软件打开，另存一份再上传。'],
  textHostile: [422, '这个文件展开以后大得不正常，或者读它花的时间太长，为了安全没有收下。请另存一份再上传。'],
  textCharset: [422, '这份文件的文字编码认不出来，没有收下。请用记事本打开，另存为 UTF-8 编码再上传。'],
  textCharsetUnclear: [
    422,
    '这份文件字太少，看不准是哪一种文字编码，没有收下。请选明编码（UTF-8、GB18030 或 Big5）再上传。',
  ],
  textTwice: [409, '已经有了：库里有一份文字完全一样的文件，这一份没有重复收下。'],
  textTooMany: [413, '一次上传一份文件，没有收下。有几份的，请一份一份上传。'],
  textNone: [400, '还没有选文件。请先选一份文件，再点上传。'],
  textIncomplete: [409, '还有几项没有填，补齐以后才能发布。'],
  textSelf: [403, '提出的人不能自己发布。请另一位同事打开核对，没有问题再由他发布。'],
  textProposerOnly: [403, '这几项只能由提出这份文件的人修改。如果填得不对，请告诉他，或者撤回后重新上传。'],
  textOver: [409, '这一份已经发布或者撤回，不能再改。'],
  textMoved: [409, '库里的文件刚刚有变动，这次没有发布。请刷新页面，再核对一遍。'],
  textOvertaken: [
    409,
    '这一份提出以后，库里又发布了同一份文件的另一个版本，这次没有发布。请撤回，重新上传，和最新的版本比一比。',
  ],
  textSetUpOver: [403, '已经有工作人员账号了，入库要写明是谁提出的：请加上 --account，密码从标准输入读。'],
  textSays: [400, '填写的内容有不对的地方，请按提示修改。'],
  tooLong: [413, '内容太长了，请分成几条发，每条不超过 4000 字。'],
  unsupported: [415, '这种格式收不了，请改用 JSON 文本。'],
  noToken: [401, '没有登录凭据，请重新打开页面。'],
  badToken: [401, '登录凭据不对或已过期，请重新打开页面。'],
  badSignature: [401, '签名不对，这条消息没有收下。'],
  badTime: [401, '这条消息的时间和这里的钟差得太多，没有收下。'],
  badEnvelope: [400, '消息外壳不完整，没有收下。'],
  badCode: [401, '验证码不对，或者已经用过了。请等手机上换了新的六位数字，再输一次。'],
  codeFirst: [403, '这个账号还没有绑定验证码。请先在网页上登录一次，按提示绑定，再从接口登录。'],
  confirmFirst: [403, '这一步要紧，请先再输一次密码和验证码。'],
  approvalFirst: [403, '这一步要有另一位同事同意。请先提出申请，他同意以后再来做。'],
  approvalOver: [409, '这个申请已经有人处理过，或者过期了。'],
  ssoFailed: [401, '统一登录没有成功。请再试一次；还不行，就用账号和密码登录，并告诉系统管理员。'],
  rolesApart: [400, '这几个岗位不能由一个账号兼：系统、安全、审计三员要分开，三员也不看办件。'],
  notForUs: [403, '这条消息不是发给本系统的。'],
  forbidden: [403, '您没有做这件事的权限。'],
  foreignOrigin: [403, '这个请求来自别的网站，已拒绝。'],
  noKey: [403, '您还没有打开这些内容的钥匙。请同单位有钥匙的同事在“钥匙”页给您一份。'],
  badRecovery: [400, '账号或恢复钥匙不对，请对照打印的那张纸再输一次。'],
  notFound: [404, '没有找到。'],
  methodNotAllowed: [405, '这个地址不支持这种操作。'],
  notYours: [409, '这件已由别人认领，或您的认领已失效，请刷新后再看。'],
  cannotTake: [409, '这位同事接不了：账号停用了、没有钥匙、岗位不办这一类，或者要回避。请换一位。'],
  holdsCases: [409, '这个账号手里还有办件，先移交出去，再来改。'],
  formLacks: [422, '表还没有填好：有一项没有看懂，或者缺了必须有的。请对照 /forms 里的例子改。'],
  illegalMove: [409, '这件现在的状态不能做这一步。'],
  moveNeeds: [409, '这一步要先有的条件还没有满足，条件写在这一步的表单上面，请核对以后再办。'],
  linkSelf: [409, '一件不能并到它自己。'],
  linkKind: [409, '这两件不是同一类，不能并案。'],
  linkTwice: [409, '这一件已经并到另一件了。要换，请先撤销原来的并案。'],
  linkChain: [409, '要并到的那一件，自己已经并到了别的件。请直接并到它并到的那一件。'],
  linkSubs: [409, '已经有别的件并到这一件，它不能再并出去。请反过来并，或者先撤销那些并案。'],
  stale: [409, '内容刚刚被别处改动过，请再试一次。'],
  setupDone: [410, '首次设置已经完成，这个链接不再有效。'],
  tooMany: [429, '请求太频繁了，请稍等一会儿再试。'],
  notImplemented: [501, '这个功能还没有开通。'],
  notSaved: [503, '系统这会儿存不下内容，您刚才说的没有保存，请稍后再发一次。'],
} as const satisfies Record<string, readonly [status: number, says: string]>

export type Refusal = keyof typeof refusals

/** The outside sent something we cannot take. `code` is stable and may be logged; the cause is never shown to the sender. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: Refusal
  /** Seconds after which trying again makes sense; only with `tooMany` and `notSaved`. */
  readonly retryAfter: number | undefined

  constructor(code: Refusal, options?: ErrorOptions & { retryAfter?: number }) {
    super(refusals[code][1], options)
    this.code = code
    this.retryAfter = options?.retryAfter
  }

  get status(): number {
    return refusals[this.code][0]
  }
}
