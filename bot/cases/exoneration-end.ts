import { defineMoves } from '../../src/intake/index.ts'
import { yunnan } from '../flows/provinces.ts'

const record = {
  action: 'record',
  title: '入台账、入档、反馈',
  from: ['已澄清'],
  reason: 'optional' as const,
  prompt: '要记下来的（可以不写，只在机关内部）',
  inputs: [
    { id: 'in_ledger', kind: 'yesNo' as const, label: '已经记入台账' },
    { id: 'integrity_file', kind: 'yesNo' as const, label: '已经存入个人廉政档案' },
    { id: 'personnel_told', kind: 'yesNo' as const, label: '已经反馈组织部门参考' },
  ],
}

/** 实施、入台账和廉政档案、反馈组织部门、办结。 */
export const exonerationEnd = defineMoves([
  {
    action: 'clarify',
    title: '已经澄清',
    from: ['实施澄清'],
    to: '已澄清',
    prompt: '什么时候、用什么方式、澄清了哪件事？会写给对方。只写核查结果，不写核查细节和他人信息',
    inputs: [
      { id: 'clarified_on', kind: 'date', label: '澄清的日期' },
      { id: 'letter_checked', kind: 'yesNo', label: '函件核对过：只写失实的具体问题、只写结果、只在批准的范围' },
    ],
    on: 'clarified_on',
    guards: [
      {
        needs: { letter_checked: 'yes' },
        says: '发出以前，先核对函件有没有全面评价、核查细节和范围以外的话',
        cite: 'nat.clarify.limit',
      },
    ],
    tells: '查下来不属实的具体问题已经澄清：{reason}',
    cite: 'nat.clarify.limit',
  },
  { ...record, when: { area: { oneOf: [...yunnan] } }, cite: 'yunnan.clarify.book' },
  { ...record, unless: { area: { oneOf: [...yunnan] } }, uncited: '当地有没有写，手里没有；记下来好让事后查得到' },
  {
    action: 'close',
    title: '办结',
    from: ['已澄清', '已转办'],
    to: '已办结',
    prompt: '办理情况怎么告诉对方？会写给对方，不写核查细节和他人信息',
    guards: [
      {
        where: { area: { oneOf: [...yunnan] }, letter_checked: 'yes' },
        needs: { in_ledger: 'yes', integrity_file: 'yes', personnel_told: 'yes' },
        says: '云南的做法是事后建台账、入廉政档案、反馈组织部门，三样都做了再办结',
        cite: 'yunnan.clarify.book',
      },
    ],
    tells: '您的澄清申请已经办结。情况说明：{reason}',
    uncited: '材料没有写办结，这里表示该做的都做完了',
  },
  {
    action: 'reopen',
    title: '按新情况重新研究',
    from: ['不启动', '已办结'],
    to: '待提出是否启动意见',
    by: ['受理人员', '承办人员'],
    reason: 'optional',
    prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
    tells: '您补充的情况已经收到，会按新情况重新研究。\n{reason}',
    cite: 'nat.clarify.when',
  },
])
