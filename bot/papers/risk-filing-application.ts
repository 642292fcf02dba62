import { definePaper } from '../../src/intake/index.ts'

/** 容错事前备案申请书：许昌，以单位党组（党委）名义提出，写明对应正面清单哪一项，末尾提醒备案以后仍受负面清单约束。 */
export const riskFilingApplication = definePaper({
  id: 'risk-filing-application',
  title: '容错事前备案申请书',
  of: ['risk-filing'],
  when: { area: '许昌', minutes_no: { given: true } },
  to: '中共许昌市纪律检查委员会、许昌市监察委员会：',
  blocks: [
    {
      text: '经本单位领导班子{minutes_date}会议研究（会议纪要文号：{minutes_no}），现就下列事项申请容错事前备案。',
      cites: ['xuchang.filing.step.1', 'xuchang.filing.step.2'],
    },
    { heading: '一、备案事项' },
    { text: '{matter}。' },
    { heading: '二、对应的情形' },
    {
      text: '本单位认为，该事项对应{item#clause}（{item}）：',
      cites: ['{item}'],
      unless: { item: 'none' },
    },
    { quote: '{item}', unless: { item: 'none' } },
    { text: '该事项和正面清单所列各项都对不上，请组织认定。', only: { item: 'none' } },
    { heading: '三、可能的风险' },
    { list: 'risk' },
    { heading: '四、防范和补救措施' },
    { list: 'measures' },
    { heading: '五、审核' },
    { text: '本申请呈请{reviewer}审核把关。', cites: ['xuchang.filing.step.3'] },
    { heading: '六、本单位知悉的事项' },
    {
      text: '备案不是免责承诺。备案以后，仍受负面清单十种情形约束；推进中出现其中之一的，依规依纪依法追究有关党组织和责任人的责任：',
      cites: ['xuchang.filing.notimmune'],
    },
    ...Array.from({ length: 10 }, (_, at) => ({ quote: `xuchang.filing.negative.${at + 1}` })),
    { text: '特此申请。' },
    { text: '附件：领导班子会议纪要（{minutes_no}）。' },
  ],
  signer: '中共{unit}党组（党委）',
  look: [
    { text: '落款在“党组”和“党委”里留一个，写单位全称，由党组（党委）署名、盖章，填上成文日期。' },
    { text: '会议纪要的文号、日期按实际的写，和附件对得上；不补写，不倒签。', cites: ['xuchang.filing.negative.2'] },
    {
      text: '本人说过申请不以党组（党委）名义；备案不能以个人名义申请，报送以前请和党组（党委）说定。',
      cites: ['xuchang.filing.step.2'],
      only: { applicant_name_is_party_group: 'no' },
    },
    { findings: '初步对照（机器逐条对照，供参考，由有权机关认定）' },
  ],
})
