import { defineCaseKind } from '../../src/intake/index.ts'
import { always } from './always.ts'

/**
 * 容错自查件. A self-check is neither a filing nor an application: the office reads it and advises, the competent body
 * decides elsewhere. No source sets a time for it (xuchang.filing.gap), so there is no clock.
 */
export const toleranceCheck = defineCaseKind({
  id: 'tolerance-check',
  title: '容错自查',
  letter: 'T',
  area: 'area',
  states: [
    {
      id: '待受理',
      says: '您的自查表已经完整收到，正等着工作人员看。自查不等于备案，也不等于申请容错。',
      uncited: '自查是自愿交来的，没有条款规定怎么办',
    },
    {
      id: '待补充',
      says: '工作人员想请您补充一点情况；收到您的补充以后，会接着往下看。',
      uncited: '自查是自愿交来的，没有条款规定怎么办',
    },
    {
      id: '已受理',
      says: '工作人员正在看您的自查表，会把意见写给您。',
      uncited: '自查是自愿交来的，没有条款规定怎么办',
    },
    {
      id: '已转办',
      says: '您的自查表已经转给有权办理的机关，由那边接着办。',
      uncited: '自查是自愿交来的，没有条款规定怎么办',
    },
    {
      id: '已办结',
      says: '工作人员的意见已经写给您。能不能容错，由有权机关按程序认定。',
      closed: true,
      uncited: '自查是自愿交来的，没有条款规定怎么办',
    },
  ],
  always,
  moves: [
    {
      action: 'accept',
      title: '受理',
      from: ['待受理', '待补充'],
      by: ['受理人员', '承办人员'],
      uncited: '自查是自愿交来的，没有条款规定怎么办',
      to: '已受理',
      reason: 'optional',
      prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
      tells: '您的自查表已经有工作人员在看，看完会把意见写给您。\n{reason}',
    },
    {
      action: 'ask',
      title: '请对方补充',
      from: ['待受理', '待补充'],
      by: ['受理人员', '承办人员'],
      uncited: '自查是自愿交来的，没有条款规定怎么办',
      to: '待补充',
      prompt: '想请对方补充什么？会原样发给对方，请一次问一件事',
      tells: '工作人员想请您补充一点情况：{reason}\n还不清楚的，说明「还不清楚」就可以。',
      asks: true,
    },
    {
      action: 'ask',
      title: '请对方补充',
      from: ['已受理'],
      by: ['受理人员', '承办人员'],
      uncited: '自查是自愿交来的，没有条款规定怎么办',
      prompt: '想请对方补充什么？会原样发给对方，请一次问一件事',
      tells: '工作人员想请您补充一点情况：{reason}\n还不清楚的，说明「还不清楚」就可以。',
      asks: true,
    },
    {
      action: 'transfer',
      title: '转有权机关',
      from: ['待受理', '待补充', '已受理'],
      by: ['受理人员', '承办人员'],
      uncited: '自查是自愿交来的，没有条款规定怎么办',
      to: '已转办',
      prompt: '转到哪里、为什么归那里办？会写给对方',
      tells: '您的自查表已经转给有权办理的机关。说明：{reason}',
    },
    {
      action: 'close',
      title: '答复并办结',
      from: ['待受理', '待补充', '已受理', '已转办'],
      by: ['受理人员', '承办人员'],
      uncited: '自查是自愿交来的，没有条款规定怎么办',
      to: '已办结',
      prompt: '给对方的意见：还缺什么、下一步向谁提出。不写「一定能容错」这类结论',
      tells: '工作人员看过您的自查表，意见如下：{reason}\n能不能容错，由有权机关按程序认定。',
    },
    {
      action: 'reopen',
      title: '按新情况重新办理',
      from: ['已办结'],
      by: ['受理人员', '承办人员'],
      uncited: '自查是自愿交来的，没有条款规定怎么办',
      to: '已受理',
      reason: 'optional',
      prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
      tells: '您补充的情况已经收到，工作人员会接着看。\n{reason}',
    },
  ],
})
