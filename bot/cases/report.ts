import { defineCaseKind } from '../../src/intake/index.ts'
import { always } from './always.ts'
import { reportMoves } from './report-moves.ts'
import { handling, waiting } from './report-states.ts'

const inHand = '这件事正在按程序办理。办到哪一步不便细说，该告诉您的会告诉您。'

/**
 * 检举控告件：受理、转送、移送承办、四种处置、办结、反馈。实名的有两个各算各的15个工作日：收到之日起告知受理，办结之日起反馈
 * 结果；上级交办的3个月，可延一次3个月。普通件没有统一的办结期限，所以不设。四种处置对外说一样的话。
 */
export const report = defineCaseKind({
  id: 'report',
  title: '检举控告',
  letter: 'R',
  // nat.rule.15: a report about the office's own leaders goes straight to the one above and is not spread.
  upward: { about_office: 'leader' },
  states: [
    { id: '待受理', says: '您的材料已经完整收到，正等着工作人员看。', cite: 'nat.rule.scope.4' },
    {
      id: '待补充',
      says: '工作人员想请您补充一点情况；收到您的补充以后，会接着往下看。',
      uncited: '请人补充是为了看明白，规则没有单列这一步，也不停表',
    },
    { id: '已受理', says: '这件事已经受理，正在按程序办理。', cite: 'nat.rule.14' },
    { id: '已移送承办', says: inHand, cite: 'nat.rule.14' },
    { id: '谈话函询', says: inHand, cite: 'nat.rule.17' },
    { id: '初步核实', says: inHand, cite: 'nat.rule.17' },
    { id: '暂存待查', says: inHand, cite: 'nat.rule.17' },
    { id: '予以了结', says: inHand, cite: 'nat.rule.17' },
    { id: '移送审查调查', says: inHand, cite: 'nat.rule.17' },
    {
      id: '待反馈',
      says: '这件事已经办结，办理结果会告诉您；实名的，按规定在办结后15个工作日内反馈。',
      cite: 'nat.rule.realname.result15',
    },
    { id: '已转办', says: '这件事归别的机关或部门管，材料已经按规定转过去，由那边接着办。', cite: 'nat.rule.16' },
    { id: '待报上级', says: '这件事按规定由上一级机关受理，正在往上报。', cite: 'nat.rule.15' },
    { id: '已报上级', says: '这件事已经按规定报给上一级机关，由那边办理。', cite: 'nat.rule.15', closed: true },
    {
      id: '登记留存',
      says: '这件事以前已经收到过，这次的材料登记留存，不再重复告知。有新的情况或证据，随时可以再说。',
      cite: 'nat.rule.14',
      closed: true,
    },
    {
      id: '不予受理',
      says: '这件事不在纪检监察机关的受理范围里，原因已经写给您了。',
      cite: 'nat.rule.reject.route',
      closed: true,
    },
    { id: '已办结', says: '这件事已经办结，办理情况已经写给您了。', cite: 'nat.rule.18', closed: true },
  ],
  clocks: [
    {
      id: 'acceptance',
      length: { workingDays: 15 },
      starts: 'handed-in',
      cite: 'nat.rule.realname.ack15',
      says: '告知实名举报人是否受理',
      when: { mode: '实名' },
      runsIn: waiting,
    },
    {
      id: 'result',
      length: { workingDays: 15 },
      starts: { after: ['conclude'] },
      cite: 'nat.rule.realname.result15',
      says: '向实名举报人反馈处理结果',
      when: { mode: '实名' },
      runsIn: ['待反馈'],
    },
    {
      id: 'passed',
      length: { workingDays: 5 },
      starts: { after: ['register-passed'] },
      cite: 'nat.rule.16',
      says: '上一级转来的件，登记后完成受理或者转办',
      runsIn: waiting,
    },
    {
      id: 'upper',
      length: { workingDays: 5 },
      starts: { after: ['to-upper'] },
      cite: 'nat.rule.15',
      says: '报上一级信访举报部门',
      runsIn: ['待报上级'],
    },
    {
      id: 'disposal',
      length: { months: 1 },
      starts: { after: ['hand-over'] },
      cite: 'nat.clue.1month',
      says: '提出线索处置意见（不是答复举报人的期限）',
      runsIn: ['已移送承办'],
    },
    {
      id: 'assigned',
      length: { months: 3 },
      starts: { after: ['assign'] },
      cite: 'nat.rule.21',
      says: '办结上级交办的件',
      runsIn: ['待受理', '待补充', ...handling],
    },
  ],
  leavesOpen: [
    { says: '普通（不是上级交办的）检举控告，规则没有统一的办结期限，这里不替它设。', cite: 'nat.rule.nodeadline' },
    { says: '交办件延长过一次还办不完的，要经上级批准，再延多久没有写。', cite: 'nat.rule.21' },
    { says: '请对方补充期间停不停表，规则没有写，这里不停。' },
  ],
  always,
  moves: reportMoves,
})
