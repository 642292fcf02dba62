import { defineRule } from '../../src/flow/index.ts'
import { xuchangConditions } from './tolerance-items.ts'

const accident = '安全生产责任事故(待认定)'

/** 许昌：容错事项事前备案的正面清单八项、负面清单十项。答问材料，不是制度全文。 */
export const xuchang = defineRule({
  id: 'tolerance-check.xuchang',
  topic: 'tolerance-check',
  title: '许昌容错事项事前备案正负面清单',
  region: '许昌',
  decidedBy: '许昌市纪委监委（监督检查室审核、集体会商，市纪委常委会研究审议）',
  inForce: { from: '2023-01-01' },
  items: 'item',
  conditions: [
    ...xuchangConditions,
    {
      cite: 'xuchang.filing.positive.3',
      says: '没有重大损失或不良社会影响',
      side: 'positive',
      when: { consequence: { oneOf: ['none', 'minor'] } },
      only: { item: 'xuchang.filing.positive.3' },
    },
    {
      cite: 'xuchang.filing.negative.1',
      says: '明显违反党内法规或法律法规',
      side: 'negative',
      when: { law_prohibited: 'yes' },
    },
    {
      cite: 'xuchang.filing.negative.2',
      says: '备案过程中隐瞒事实、弄虚作假',
      side: 'negative',
      when: { filed: 'yes', concealed: 'yes' },
      officerDecides: true,
    },
    {
      cite: 'xuchang.filing.negative.3',
      says: '不担当不作为，或者搞形象工程、政绩工程',
      side: 'negative',
      when: { show_project: 'yes' },
      officerDecides: true,
    },
    {
      cite: 'xuchang.filing.negative.4',
      says: '未依法履职，造成安全生产等责任事故或引发群体事件',
      side: 'negative',
      when: { consequence: accident, duty_performed: 'no' },
      only: { consequence: accident },
    },
    {
      cite: 'xuchang.filing.negative.5',
      says: '违反民主集中制，个人专断、擅改组织决定',
      side: 'negative',
      when: { collective: 'no', consequence: 'major' },
      officerDecides: true,
    },
    {
      cite: 'xuchang.filing.negative.6',
      says: '违规决策或论证不充分，造成公共资金、国有资产浪费',
      side: 'negative',
      when: { collective: 'no', consequence: 'major' },
      officerDecides: true,
    },
    {
      cite: 'xuchang.filing.negative.7',
      says: '谋取不正当利益、利益输送、权钱交易',
      side: 'negative',
      when: { private_gain: 'yes' },
    },
    {
      cite: 'xuchang.filing.negative.8',
      says: '群众有反映、组织提醒后仍不听劝阻，造成不良影响',
      side: 'negative',
      when: { warned: 'yes' },
      officerDecides: true,
    },
    {
      cite: 'xuchang.filing.negative.9',
      says: '同类问题整改后重犯，或同一工作反复出错',
      side: 'negative',
      when: { repeated: 'yes' },
    },
    {
      cite: 'xuchang.filing.negative.10',
      says: '其他造成重大负面影响或严重后果、需要追责',
      side: 'negative',
      when: { consequence: 'major' },
    },
    {
      cite: 'xuchang.filing.step.1',
      says: '经领导班子集体研究并形成会议纪要',
      side: 'look',
      when: { collective: 'yes' },
    },
  ],
  notes: [
    {
      cite: 'xuchang.filing.notimmune',
      says: '备过案也一样：备案以后出现负面清单里的情形，仍要追究。',
      only: { filed: 'yes' },
    },
    { cite: 'xuchang.filing.step.2', says: '备案要以党组（党委）名义书面申请，不是个人申请。' },
    { cite: 'xuchang.filing.notimmune', says: '备案不等于免责，备案以后出现负面清单里的情形，照样要追究。' },
    {
      cite: 'xuchang.filing.step.1',
      says: '备案是事前的程序，您这件事已经动手，请尽快向组织报告，听取意见。',
      only: { stage: { oneOf: ['事中', '事后'] } },
    },
  ],
})
