import { defineCaseKind } from '../../src/intake/index.ts'

/**
 * 检举控告件. The rules set one clock towards the person: a real-name report is answered within fifteen working days
 * on whether it is accepted. For all others no time is set (nat.rule.nodeadline), so none is shown.
 */
export const report = defineCaseKind({
  id: 'report',
  title: '检举控告',
  letter: 'R',
  // nat.rule.15: a report about the office's own leaders goes straight to the one above and is not spread.
  upward: { about_office: 'leader' },
  states: [
    { id: '待受理', says: '您的材料已经完整收到，正等着工作人员看。' },
    { id: '待补充', says: '工作人员想请您补充一点情况；收到您的补充以后，会接着往下看。' },
    { id: '已受理', says: '这件事已经受理，正在按程序办理。' },
    { id: '已转办', says: '这件事归别的机关或部门管，材料已经按规定转过去，由那边接着办。' },
    { id: '不予受理', says: '这件事不在纪检监察机关的受理范围里，原因已经写给您了。', closed: true },
    { id: '已办结', says: '这件事已经办结，办理情况已经写给您了。', closed: true },
  ],
  clock: {
    workingDays: 15,
    cite: 'nat.rule.realname.ack15',
    says: '告知实名举报人是否受理',
    when: { mode: '实名' },
    runsIn: ['待受理', '待补充'],
  },
  moves: [
    {
      action: 'accept',
      title: '受理',
      from: ['待受理', '待补充'],
      to: '已受理',
      reason: 'optional',
      prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
      tells: '您反映的事情已经受理，接下来按程序办理。办理期间想补充情况，随时可以凭回执告诉我们。\n{reason}',
      cite: 'nat.rule.realname.ack15',
    },
    {
      action: 'ask',
      title: '请对方补充',
      from: ['待受理', '待补充'],
      to: '待补充',
      prompt: '想请对方补充什么？会原样发给对方，请一次问一件事',
      tells: '工作人员想请您补充一点情况：{reason}\n知道多少说多少；不知道或者不方便说，直接告诉我也可以。',
      asks: true,
    },
    {
      action: 'ask',
      title: '请对方补充',
      from: ['已受理'],
      prompt: '想请对方补充什么？会原样发给对方，请一次问一件事',
      tells: '工作人员想请您补充一点情况：{reason}\n知道多少说多少；不知道或者不方便说，直接告诉我也可以。',
      asks: true,
    },
    {
      action: 'transfer',
      title: '转有权机关',
      from: ['待受理', '待补充', '已受理'],
      to: '已转办',
      prompt: '转到哪里、为什么归那里管？会写给对方，请不要写涉密内容',
      tells: '您反映的事情归别的机关或部门管，材料已经按规定转过去。说明：{reason}',
      cite: 'nat.rule.16',
    },
    {
      action: 'decline',
      title: '不予受理',
      from: ['待受理', '待补充'],
      to: '不予受理',
      prompt: '为什么不受理、对方可以去哪里反映？会写给对方。匿名本身不是不受理的理由',
      tells: '您反映的事情这次没有受理。原因和可以走的路：{reason}\n如果有新的情况或证据，随时可以再告诉我们。',
      cite: 'nat.rule.reject.route',
    },
    {
      action: 'close',
      title: '办结',
      from: ['已受理', '已转办'],
      to: '已办结',
      prompt: '办理结果怎么告诉对方？会写给对方，请不要写核查细节和他人信息',
      tells:
        '您反映的事情已经办结。情况说明：{reason}\n对结果有不同意见，或者有新的证据，可以凭回执告诉我们，会如实记下来。',
      cite: 'nat.rule.realname.result15',
    },
    {
      action: 'reopen',
      title: '按新情况重新办理',
      from: ['不予受理', '已办结'],
      to: '已受理',
      reason: 'optional',
      prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
      tells: '您补充的情况已经收到，这件事会按新情况接着办理。\n{reason}',
      cite: 'nat.rule.realname.objection',
    },
  ],
})
