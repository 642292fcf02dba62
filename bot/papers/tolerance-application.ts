import { definePaper } from '../../src/intake/index.ts'

/** 容错申请书：南阳，向有权受理的机关书面提出。只写本人说的，容不容由有权机关研究决定。 */
export const toleranceApplicationPaper = definePaper({
  id: 'tolerance-application',
  title: '容错申请书',
  of: ['tolerance-application'],
  when: { area: '南阳' },
  to: '{concluded.route_to}：',
  blocks: [
    { text: '现就下列事项提出容错申请，请予研究。', cites: ['nanyang.step.1'] },
    { heading: '一、申请人' },
    { text: '申请人：{applicant}。单位：{unit}。职务：{post}。' },
    { heading: '二、申请事项' },
    { text: '{matter}。' },
    { text: '发生时间：{fact_date}。', unless: { stage: '事前' } },
    { text: '申请的时候：{concluded.timing}。可能涉及的处理：{kind}。', only: { before_or_after: 'after' } },
    { heading: '三、对应的情形' },
    { text: '申请人认为，该事项对应{item#clause}（{item}）：', cites: ['{item}'], unless: { item: 'none' } },
    { quote: '{item}', unless: { item: 'none' } },
    { text: '该事项和所列情形都对不上，请组织认定。', only: { item: 'none' } },
    { heading: '四、理由和有关情况' },
    { text: '决策程序：是否集体研究、请示报告：{collective}。', only: { item: 'nanyang.case.3' } },
    { text: '个人或者亲友是否从中得到好处：{private_gain}。' },
    { text: '造成的影响：{impact}。', unless: { stage: '事前' } },
    { text: '改正补救：{remedy}（{remedied}）。', unless: { stage: '事前' } },
    { heading: '五、佐证材料' },
    { list: 'evidence' },
    { text: '以上情况属实，特此申请。' },
  ],
  signer: '申请人：{applicant}',
  look: [
    { text: '由申请人本人核对、签名，填上日期；以单位申请的，由单位盖章。', cites: ['nanyang.step.1'] },
    { findings: '初步对照（机器逐条对照，供参考，由有权机关认定）' },
  ],
})
