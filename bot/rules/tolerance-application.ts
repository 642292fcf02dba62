import { defineRule } from '../../src/flow/index.ts'
import { nanyangConditions } from './tolerance-items.ts'

/** 只在影响不到“严重”时算符合。 */
const small = { oneOf: ['未造成严重影响', '有一定影响'] }
const notBefore = { not: '事前' }

/** 南阳容错申请：对到哪一种情形，那种情形的条件逐条看；红线；六个察看两面都列，由机关认定。 */
export default [
  defineRule({
    id: 'tolerance-application.nanyang',
    topic: 'tolerance-application',
    title: '南阳容错申请：情形的条件和六个察看',
    region: '南阳',
    decidedBy: '南阳有管理权限的党委（党组）、纪检监察机关或组织部门（领导班子集体研究决定）',
    inForce: {},
    items: 'item',
    conditions: [
      ...nanyangConditions,
      {
        cite: 'nanyang.redline',
        says: '突破纪律红线、法律底线：谋取私利',
        side: 'negative',
        when: { private_gain: 'yes' },
      },
      {
        cite: 'nanyang.redline',
        says: '突破纪律红线、法律底线：有明令禁止仍去做',
        side: 'negative',
        when: { law_prohibited: 'yes' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.case.1',
        says: '主动改正、及时采取补救措施',
        side: 'positive',
        when: { remedied: 'done' },
        only: { item: 'nanyang.case.1', stage: notBefore },
      },
      {
        cite: 'nanyang.case.2',
        says: '没有造成重大损失或者不良社会影响',
        side: 'positive',
        when: { impact: small },
        only: { item: 'nanyang.case.2', stage: notBefore },
      },
      {
        cite: 'nanyang.case.3',
        says: '符合决策程序',
        side: 'positive',
        when: { collective: 'yes' },
        only: { item: 'nanyang.case.3' },
      },
      {
        cite: 'nanyang.case.3',
        says: '出于公心',
        side: 'positive',
        when: { look_1: 'favourable' },
        only: { item: 'nanyang.case.3' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.case.4',
        says: '没有造成不良影响、情节轻微',
        side: 'positive',
        when: { impact: '未造成严重影响' },
        only: { item: 'nanyang.case.4', stage: notBefore },
        officerDecides: true,
      },
      {
        cite: 'nanyang.case.5',
        says: '没有造成重大损失或者恶劣影响',
        side: 'positive',
        when: { impact: small },
        only: { item: 'nanyang.case.5', stage: notBefore },
      },
      {
        cite: 'nanyang.case.5',
        says: '积极补救',
        side: 'positive',
        when: { remedied: { oneOf: ['done', 'doing'] } },
        only: { item: 'nanyang.case.5', stage: notBefore },
      },
      {
        cite: 'nanyang.case.5',
        says: '政商关系亲清',
        side: 'positive',
        when: { private_gain: 'no' },
        only: { item: 'nanyang.case.5' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.case.6',
        says: '及时改正',
        side: 'positive',
        when: { remedied: 'done' },
        only: { item: 'nanyang.case.6', stage: notBefore },
      },
      {
        cite: 'nanyang.case.6',
        says: '没有造成严重影响',
        side: 'positive',
        when: { impact: small },
        only: { item: 'nanyang.case.6', stage: notBefore },
      },
      {
        cite: 'nanyang.case.6',
        says: '没有谋取私利',
        side: 'positive',
        when: { private_gain: 'no' },
        only: { item: 'nanyang.case.6' },
      },
      {
        cite: 'nanyang.case.7',
        says: '没按程序办的，及时补正；或者已经尽责、因不可抗力受损',
        side: 'positive',
        when: { remedied: 'done' },
        only: { item: 'nanyang.case.7', stage: notBefore },
        officerDecides: true,
      },
      {
        cite: 'nanyang.case.8',
        says: '符合“三个区分开来”',
        side: 'positive',
        when: { look_1: 'favourable' },
        only: { item: 'nanyang.case.8' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.look.1',
        says: '察看动机态度：出于公心、无心之过、主动认错改错；还是谋取私利、明知故犯、抵触改正',
        side: 'look',
        when: { look_1: 'favourable' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.look.2',
        says: '察看客观条件：紧急复杂、探索攻坚、难以预见；还是常规任务、无视规律、好大喜功',
        side: 'look',
        when: { look_2: 'favourable' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.look.3',
        says: '察看程序方法：民主集中制、及时报告、依职权办；还是规避瞒报、滥权失职、个人专断',
        side: 'look',
        when: { look_3: 'favourable' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.look.4',
        says: '察看性质程度：尚无明确规定、结合实际、情节轻微；还是有令不行、有意变通、原则性错误',
        side: 'look',
        when: { look_4: 'favourable' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.look.5',
        says: '察看后果影响：化解了风险、损失影响小、主动止损；还是影响落实、较大以上事故或恶劣影响、放任恶化',
        side: 'look',
        when: { look_5: 'favourable' },
        officerDecides: true,
      },
      {
        cite: 'nanyang.look.6',
        says: '察看个人表现：一贯良好、初犯偶发、主动说明；还是重复犯错屡教不改、对抗调查',
        side: 'look',
        when: { look_6: 'favourable' },
        officerDecides: true,
      },
    ],
    notes: [
      {
        cite: 'nanyang.minor',
        says: '失误较轻、影响较小又能补救的，第一时间约谈提醒、督促整改，整改及时到位的不予追责问责。',
        only: { impact: '未造成严重影响', remedied: 'done' },
      },
      {
        cite: 'nanyang.step.gap',
        says: '对认定结果不服怎么办、申请表什么样，材料里没有写，请问受理的机关。',
      },
      {
        cite: 'open.8',
        says: '南阳材料里没有“备案”这个名称，提前书面申请也不等于免责。',
        only: { stage: '事前' },
      },
    ],
  }),
]
