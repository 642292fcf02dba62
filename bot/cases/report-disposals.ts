import { defineMoves } from '../../src/intake/index.ts'
import { handling } from './report-states.ts'

const decided = {
  by: ['承办人员' as const],
  reason: 'optional' as const,
  prompt: '要记下来的（可以不写，只在机关内部）',
  inputs: [
    { id: 'studied_on', kind: 'date' as const, label: '集体研究的日期' },
    { id: 'approved_by', kind: 'text' as const, label: '批准人的职务' },
  ],
  on: 'studied_on',
  cite: 'nat.rule.17',
}

/** 移送承办以后：四种处置、办结、反馈。处置只在机关内部，不告诉对方走到哪一种。 */
export const reportDisposals = defineMoves([
  {
    action: 'hand-over',
    title: '移送承办部门',
    from: ['已受理'],
    to: '已移送承办',
    by: ['受理人员'],
    reason: 'optional',
    prompt: '要记下来的（可以不写，只在机关内部）',
    inputs: [{ id: 'handed_on', kind: 'date', label: '承办部门收到的日期' }],
    on: 'handed_on',
    cite: 'nat.rule.14',
  },
  { ...decided, action: 'inquire', title: '谈话函询', from: ['已移送承办', '初步核实', '暂存待查'], to: '谈话函询' },
  { ...decided, action: 'verify', title: '初步核实', from: ['已移送承办', '谈话函询', '暂存待查'], to: '初步核实' },
  { ...decided, action: 'hold', title: '暂存待查', from: ['已移送承办', '谈话函询', '初步核实'], to: '暂存待查' },
  {
    ...decided,
    action: 'settle',
    title: '予以了结',
    from: ['已移送承办', '谈话函询', '初步核实', '暂存待查'],
    to: '予以了结',
  },
  {
    ...decided,
    action: 'investigate',
    title: '移送审查调查',
    from: ['已移送承办', '谈话函询', '初步核实', '暂存待查'],
    to: '移送审查调查',
  },
  {
    action: 'conclude',
    title: '办结，待反馈',
    from: handling,
    to: '待反馈',
    when: { mode: '实名' },
    reason: 'optional',
    prompt: '要记下来的（可以不写，只在机关内部）',
    inputs: [{ id: 'concluded_on', kind: 'date', label: '办结的日期' }],
    on: 'concluded_on',
    cite: 'nat.rule.realname.result15',
  },
  {
    action: 'feed-back',
    title: '反馈处理结果',
    from: ['待反馈'],
    to: '已办结',
    prompt: '办理结果怎么告诉对方？会写给对方，请不要写核查细节和他人信息',
    inputs: [
      { id: 'fed_back_on', kind: 'date', label: '反馈的日期' },
      {
        id: 'objection',
        kind: 'choice',
        label: '对方有没有异议',
        options: { none: '没有异议', some: '有异议，已经如实记录并说明', open: '还不知道' },
      },
    ],
    on: 'fed_back_on',
    tells:
      '您反映的事情已经办结。情况说明：{reason}\n对结果有不同意见，或者有新的证据，可以凭回执告诉我们，会如实记下来。',
    cite: 'nat.rule.realname.result15',
  },
  {
    action: 'close',
    title: '办结',
    from: handling,
    to: '已办结',
    unless: { mode: '实名' },
    prompt: '办理情况怎么告诉对方？会写给对方，请不要写核查细节和他人信息',
    tells: '您反映的事情已经办结。情况说明：{reason}\n有新的情况或者证据，可以凭回执告诉我们，会如实记下来。',
    uncited: '没有署名的件无法当面反馈，写在回执里由本人来看',
  },
  {
    action: 'close',
    title: '办结',
    from: ['已转办'],
    to: '已办结',
    by: ['受理人员', '承办人员'],
    prompt: '接着办的机关给了什么说法？会写给对方，请不要写核查细节和他人信息',
    tells: '您反映的事情，接着办的机关有了说法：{reason}\n有不同意见，或者有新的证据，可以凭回执告诉我们。',
    cite: 'nat.rule.18',
  },
  {
    action: 'note-objection',
    title: '记下异议',
    from: ['待反馈', '已办结'],
    prompt: '对方对结果有什么不同意见？怎么说明的？只在机关内部',
    cite: 'nat.rule.realname.objection',
  },
])
