import { defineRule } from '../../src/flow/index.ts'
import { nanyangConditions, xuchangConditions } from './tolerance-items.ts'

const accident = '安全生产责任事故(待认定)'

/** 许昌：容错事项事前备案的正面清单八项、负面清单十项。答问材料，不是制度全文。 */
const xuchang = defineRule({
  id: 'tolerance-check.xuchang',
  topic: 'tolerance-check',
  title: '许昌容错事项事前备案正负面清单',
  region: '许昌',
  decidedBy: '许昌市纪委监委（监督检查室审核、集体会商，市纪委常委会研究审议）',
  inForce: { from: '2023-01-01' },
  items: 'item',
  conditions: [
    ...xuchangConditions,
    { cite: 'xuchang.filing.positive.3', says: '没有重大损失或不良社会影响', side: 'positive', when: { consequence: { oneOf: ['none', 'minor'] } }, only: { item: 'xuchang.filing.positive.3' } },
    { cite: 'xuchang.filing.negative.1', says: '明显违反党内法规或法律法规', side: 'negative', when: { law_prohibited: 'yes' } },
    { cite: 'xuchang.filing.negative.2', says: '备案过程中隐瞒事实、弄虚作假', side: 'negative', when: { filed: 'yes', concealed: 'yes' }, officerDecides: true },
    { cite: 'xuchang.filing.negative.3', says: '不担当不作为，或者搞形象工程、政绩工程', side: 'negative', when: { show_project: 'yes' }, officerDecides: true },
    { cite: 'xuchang.filing.negative.4', says: '未依法履职，造成安全生产等责任事故或引发群体事件', side: 'negative', when: { consequence: accident, duty_performed: 'no' }, only: { consequence: accident } },
    { cite: 'xuchang.filing.negative.5', says: '违反民主集中制，个人专断、擅改组织决定', side: 'negative', when: { collective: 'no', consequence: 'major' }, officerDecides: true },
    { cite: 'xuchang.filing.negative.6', says: '违规决策或论证不充分，造成公共资金、国有资产浪费', side: 'negative', when: { collective: 'no', consequence: 'major' }, officerDecides: true },
    { cite: 'xuchang.filing.negative.7', says: '谋取不正当利益、利益输送、权钱交易', side: 'negative', when: { private_gain: 'yes' } },
    { cite: 'xuchang.filing.negative.8', says: '群众有反映、组织提醒后仍不听劝阻，造成不良影响', side: 'negative', when: { warned: 'yes' }, officerDecides: true },
    { cite: 'xuchang.filing.negative.9', says: '同类问题整改后重犯，或同一工作反复出错', side: 'negative', when: { repeated: 'yes' } },
    { cite: 'xuchang.filing.negative.10', says: '其他造成重大负面影响或严重后果、需要追责', side: 'negative', when: { consequence: 'major' } },
    { cite: 'xuchang.filing.step.1', says: '经领导班子集体研究并形成会议纪要', side: 'look', when: { collective: 'yes' } },
  ],
  notes: [
    { cite: 'xuchang.filing.step.2', says: '备案要以党组（党委）名义书面申请，不是个人申请。' },
    { cite: 'xuchang.filing.notimmune', says: '备案不等于免责，备案以后出现负面清单里的情形，照样要追究。' },
    { cite: 'xuchang.filing.step.1', says: '备案是事前的程序，您这件事已经动手，请尽快向组织报告，听取意见。', only: { stage: { oneOf: ['事中', '事后'] } } },
  ],
})

/** 南阳：可以容错的八种情形和六个方面的察看。答问材料，不是制度全文。 */
const nanyang = defineRule({
  id: 'tolerance-check.nanyang',
  topic: 'tolerance-check',
  title: '南阳容错纠错八种情形和六个察看',
  region: '南阳',
  decidedBy: '南阳有管理权限的党委（党组）、纪检监察机关或组织部门（领导班子集体研究决定）',
  inForce: {},
  items: 'item',
  conditions: [
    ...nanyangConditions,
    { cite: 'nanyang.redline', says: '突破纪律红线、法律底线：有明令禁止仍去做', side: 'negative', when: { law_prohibited: 'yes' } },
    { cite: 'nanyang.redline', says: '突破纪律红线、法律底线：谋取私利', side: 'negative', when: { private_gain: 'yes' } },
    { cite: 'nanyang.case.1', says: '能主动改正补救', side: 'positive', when: { remedied: 'yes' }, only: { item: 'nanyang.case.1', stage: { not: '事前' } } },
    { cite: 'nanyang.case.2', says: '没有重大损失或不良影响', side: 'positive', when: { consequence: { oneOf: ['none', 'minor'] } }, only: { item: 'nanyang.case.2' } },
    { cite: 'nanyang.case.3', says: '符合决策程序', side: 'positive', when: { collective: 'yes' }, only: { item: 'nanyang.case.3' } },
    { cite: 'nanyang.case.4', says: '没有不良影响、情节轻微', side: 'positive', when: { consequence: { oneOf: ['none', 'minor'] } }, only: { item: 'nanyang.case.4' } },
    { cite: 'nanyang.case.5', says: '没有重大损失或恶劣影响', side: 'positive', when: { consequence: { oneOf: ['none', 'minor'] } }, only: { item: 'nanyang.case.5' } },
    { cite: 'nanyang.case.5', says: '积极补救', side: 'positive', when: { remedied: 'yes' }, only: { item: 'nanyang.case.5', stage: { not: '事前' } } },
    { cite: 'nanyang.case.6', says: '及时改正', side: 'positive', when: { remedied: 'yes' }, only: { item: 'nanyang.case.6', stage: { not: '事前' } } },
    { cite: 'nanyang.case.6', says: '没有造成严重影响', side: 'positive', when: { consequence: { oneOf: ['none', 'minor'] } }, only: { item: 'nanyang.case.6' } },
    { cite: 'nanyang.case.6', says: '没有谋取私利', side: 'positive', when: { private_gain: 'no' }, only: { item: 'nanyang.case.6' } },
    { cite: 'nanyang.case.7', says: '事后及时补正程序，或已尽责而因不可抗力受损', side: 'positive', when: { remedied: 'yes' }, only: { item: 'nanyang.case.7', stage: { not: '事前' } } },
    { cite: 'nanyang.case.8', says: '符合三个区分开来', side: 'positive', when: { public_interest: 'yes' }, only: { item: 'nanyang.case.8' }, officerDecides: true },
    { cite: 'nanyang.look.1', says: '动机态度：出于公心、主动认改；还是为私利、明知故犯', side: 'look', when: { private_gain: 'no' } },
    { cite: 'nanyang.look.2', says: '客观条件：紧急复杂、探索攻坚、难以预见；还是常规任务、好大喜功', side: 'look', when: { public_interest: 'yes', consequence: 'none' }, officerDecides: true },
    { cite: 'nanyang.look.3', says: '程序方法：民主集中制、及时报告；还是规避瞒报、个人专断', side: 'look', when: { collective: 'yes' } },
    { cite: 'nanyang.look.4', says: '性质程度：尚无规定、一般失误；还是有令不行、原则性错误', side: 'look', when: { law_prohibited: 'no' } },
    { cite: 'nanyang.look.5', says: '后果影响：损失影响小、主动止损；还是较大以上事故或恶劣影响', side: 'look', when: { consequence: { oneOf: ['none', 'minor'] } } },
    { cite: 'nanyang.look.6', says: '个人表现：一贯表现好、初犯偶发；还是屡教不改、对抗调查', side: 'look', when: { repeated: 'no' } },
  ],
  notes: [
    { cite: 'nanyang.pre', says: '还没被调查、追责的，可以先向本级党组织或有权机关书面申请，附上理由和佐证。', only: { stage: { oneOf: ['事前', '事中'] } } },
    { cite: 'nanyang.step.2', says: '受理机关受理后五个工作日内提出拟办意见，报领导审批后启动。', only: { stage: '事后' } },
    { cite: 'open.8', says: '南阳材料里没有“备案”这个名称，提前书面申请也不等于免责。', only: { stage: '事前' } },
  ],
})

/** 没有本地清单的地方：只给国家层面的框架，不套用别处的清单。 */
const elsewhere = defineRule({
  id: 'tolerance-check.elsewhere',
  topic: 'tolerance-check',
  title: '国家层面的容错原则',
  decidedBy: '您所在地有管理权限的党委（党组）、纪检监察机关或组织部门',
  inForce: { from: '2018-05-01' },
  conditions: [
    { cite: 'nat.three.1', says: '先行先试、缺乏经验的失误，还是明知故犯', side: 'look', when: { public_interest: 'yes' }, officerDecides: true },
    { cite: 'nat.three.2', says: '上级尚无明确限制，还是明令禁止后我行我素', side: 'look', when: { law_prohibited: 'no' } },
    { cite: 'nat.three.3', says: '为推动发展的无意过失，还是为谋取私利', side: 'look', when: { private_gain: 'no' } },
    { cite: 'nat.opinion.six', says: '动机态度、客观条件、程序方法、性质程度、后果影响、挽回损失六个方面综合看', side: 'look', when: { public_interest: 'yes' }, officerDecides: true },
  ],
  notes: [{ cite: 'nat.opinion.bottom', says: '容错要在纪律和法律的框架里，不是什么错都能容。' }],
})

export default [xuchang, nanyang, elsewhere]
