import type { CaseKind } from '../intake/index.ts'
import type { AuditEntry, Officer } from '../runtime/index.ts'
import type { AuditLine } from './desk-view.ts'

const deeds: Readonly<Record<string, string>> = {
  'queue.viewed': '查看办件列表',
  'queue.searched': '在办件里查找',
  'case.viewed': '查看办件',
  'case.claimed': '认领',
  'case.released': '放回',
  'case.given': '交给同事',
  'case.takenBack': '收回交出去的件',
  'case.handedOver': '移交',
  'handover.done': '成批移交',
  'case.compared': '对照可能是同一件事的办件',
  'case.linked': '并案',
  'case.unlinked': '撤销并案',
  'case.apart': '记下不是一件事',
  'case.unapart': '取消“不是一件事”',
  'ledger.viewed': '查看重复举报台账',
  'audit.viewed': '查看台账',
  'gaps.viewed': '查看知识缺口',
  'gap.viewed': '查看一个知识缺口',
  'gap.given': '交办知识缺口',
  'gap.closed': '了结知识缺口',
  'gap.reopened': '知识缺口重新打开',
  'gap.moved': '调整知识缺口的归类',
  'gap.tried': '把知识缺口再问一遍',
  'officers.viewed': '查看账号',
  'officer.added': '新增账号',
  'officer.roles': '调整岗位',
  'officer.closed': '停用账号',
  'officer.reopened': '重新启用账号',
  'officer.code': '重置验证码',
  'officer.codeByServer': '在服务器上重置验证码',
  'unit.added': '新增单位',
  'unit.changed': '修改单位',
  'approval.asked': '提出双人确认申请',
  'approval.agreed': '同意双人确认申请',
  'approval.refused': '没有同意双人确认申请',
  'approval.used': '凭双人确认办理',
  'wall.raised': '设置回避',
  'wall.lifted': '取消回避',
  'setup.done': '首次设置',
  'session.opened': '登录',
  'session.half': '密码通过，等验证码',
  'session.confirmed': '再次验证密码和验证码',
  'session.closed': '退出登录',
  'sessions.closed': '在所有电脑上退出登录',
  'session.refused': '登录没有成功',
  'identity.viewed': '查看来件人身份',
  'key.takenOver': '接管本单位的钥匙',
  'key.given': '给同事钥匙',
  'key.taken': '收回钥匙',
  'key.recoveryMade': '打印恢复钥匙',
  'password.changed': '改密码',
  'password.recovered': '凭恢复钥匙设新密码',
  'recovery.refused': '恢复钥匙没有对上',
  'retention.viewed': '查看到期的件',
  'retention.set': '设保管期限',
  'retention.listed': '提出销毁清单',
  'retention.dropped': '撤回销毁清单',
  'retention.agreed': '凭双人同意开始销毁',
  'hold.set': '暂缓销毁',
  'hold.lifted': '取消暂缓销毁',
  'case.destroyed': '销毁办结的件',
  'certificate.viewed': '查看销毁证明',
  'form.submitted': '提交表单',
  'form.writtenDown': '登记来电、来信、来访',
  'document.asked': '要求生成文书',
  'document.exported': '导出文书',
  'paper.handedIn': '文书送复核',
  'paper.viewed': '查看送复核的文书',
  'paper.signed': '复核同意文书',
  'paper.returned': '文书退回修改',
  'case.answered': '对方补充了情况',
  'file.added': '对方补充了文件',
  'file.viewed': '下载附件',
  'draft.deleted': '删除草稿',
  'draft.kept': '保留草稿（凭草稿码）',
  'drafts.expired': '清除到期的草稿',
  'handover.asked': '请求人工帮助',
  'text.proposed': '提出文件原文',
  'text.amended': '补充文件的说明',
  'text.struck': '划掉一处对不上的条款',
  'text.published': '发布文件原文',
  'text.withdrawn': '撤回文件原文',
  'channel.checked': '检查渠道',
  'reply.sentAgain': '把没有送到的回复再发一次',
  'reply.givenUp': '不再发没有送到的回复',
  'injection.flagged': '疑似诱导系统的语句',
}

/** An audit entry in words: names of officers instead of account ids, deeds as the buttons call them. */
export function auditLine(
  row: AuditEntry & { seq: number; at: string },
  officers: readonly Officer[],
  kinds: readonly CaseKind[],
): AuditLine {
  const { seq, at, what, object, note } = row
  return {
    seq,
    at,
    who: who(row.who, officers),
    what,
    says: deeds[what] ?? moveTitle(what, kinds) ?? what,
    ...(object === undefined ? {} : { object }),
    ...(note === undefined ? {} : { note: note.replace(/officer:\d+/g, (id) => who(id, officers)) }),
  }
}

function who(id: string, officers: readonly Officer[]): string {
  if (id === 'system') return '系统'
  if (id === 'person') return '来件人'
  return officers.find((officer) => `officer:${officer.id}` === id)?.name ?? id
}

function moveTitle(what: string, kinds: readonly CaseKind[]): string | undefined {
  return kinds.flatMap(({ moves }) => moves).find(({ action }) => `case.${action}` === what)?.title
}
