import { defineRule } from '../../src/flow/index.ts'
import { xuchangConditions, xuchangRedlineConditions } from './tolerance-items.ts'

/**
 * 许昌事前备案：对到正面清单哪一项，十种负面情形都摆出来。负面情形说的是备案以后的事，
 * 事前只有话里明明白白说到的才算对上，其余由机关认定。
 */
export default [
  defineRule({
    id: 'risk-filing.xuchang',
    topic: 'risk-filing',
    title: '许昌事前备案：正面清单和负面清单',
    region: '许昌',
    decidedBy: '许昌市纪委监委（监督检查室审核、集体会商，市纪委常委会研究审议）',
    inForce: { from: '2023-01-01' },
    items: 'item',
    conditions: [
      ...xuchangConditions,
      ...xuchangRedlineConditions,
      {
        cite: 'xuchang.filing.step.2',
        says: '以单位党组（党委）名义书面申请，不是个人申请',
        side: 'look',
        when: { applicant_name_is_party_group: 'yes' },
        only: { applicant_name_is_party_group: { given: true } },
      },
    ],
    notes: [
      {
        cite: 'xuchang.filing.positive.3',
        says: '这一项还有一个条件：没有造成重大损失或者不良社会影响。',
        only: { item: 'xuchang.filing.positive.3' },
      },
      {
        cite: 'xuchang.filing.notimmune',
        says: '上面十种情形，备案以后出现哪一种，照样要追究责任；备案不等于免责。',
      },
    ],
  }),
]
