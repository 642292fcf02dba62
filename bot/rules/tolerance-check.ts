import { defineRule } from '../../src/flow/index.ts'
import { nanyang } from './tolerance-nanyang.ts'
import { xuchang } from './tolerance-xuchang.ts'

/** 没有本地清单的地方：只给国家层面的框架，不套用别处的清单。 */
const elsewhere = defineRule({
  id: 'tolerance-check.elsewhere',
  topic: 'tolerance-check',
  title: '国家层面的容错原则',
  decidedBy: '您所在地有管理权限的党委（党组）、纪检监察机关或组织部门',
  inForce: { from: '2018-05-01' },
  conditions: [
    {
      cite: 'nat.three.1',
      says: '先行先试、缺乏经验的失误，还是明知故犯',
      side: 'look',
      when: { public_interest: 'yes' },
      officerDecides: true,
    },
    {
      cite: 'nat.three.2',
      says: '上级尚无明确限制，还是明令禁止后我行我素',
      side: 'look',
      when: { law_prohibited: 'no' },
    },
    { cite: 'nat.three.3', says: '为推动发展的无意过失，还是为谋取私利', side: 'look', when: { private_gain: 'no' } },
    {
      cite: 'nat.opinion.six',
      says: '动机态度、客观条件、程序方法、性质程度、后果影响、挽回损失六个方面综合看',
      side: 'look',
      when: { public_interest: 'yes' },
      officerDecides: true,
    },
  ],
  notes: [{ cite: 'nat.opinion.bottom', says: '容错要在纪律和法律的框架里，不是什么错都能容。' }],
})

export default [xuchang, nanyang, elsewhere]
