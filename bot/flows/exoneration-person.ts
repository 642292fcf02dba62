import { defineSteps } from '../../src/flow/index.ts'

/** 谁申请、接下来的时间、核对和提交。 */
export const personAndEnd = defineSteps([
  {
    ask: {
      id: 'applicant',
      kind: 'text',
      person: { unit: 'unit', post: 'post' },
      label: '申请人',
      aka: ['姓名', '名字', '我的名字'],
      ask: '申请要写本人的姓名、单位和职务，请一起告诉我。想留电话的，写上“电话”和号码就行。',
      short: '您的姓名、单位、职务？',
      why: '要对上是哪一次核查、澄清的是谁。只给办理的人看。',
      example: '李明，柳河镇财政所，副所长，电话13800000000。',
      max: 100,
      effect: '没有姓名，工作人员对不上是哪一件，可能要再来问您。',
    },
    unless: { prepare: 'no' },
  },
  {
    ask: {
      id: 'unit',
      kind: 'text',
      like: 'unit',
      label: '单位',
      aka: ['哪个单位', '工作单位'],
      ask: '您在哪个单位，或者哪个村？',
      short: '哪个单位？',
      why: '谁核实、谁澄清，按干部管理权限办，要知道您归哪里管。',
      example: '柳河镇财政所；或者“东岗村”。',
      cite: 'nat.clarify.principle',
      max: 100,
    },
    unless: { prepare: 'no' },
  },
  {
    ask: {
      id: 'post',
      kind: 'text',
      label: '职务',
      aka: ['职位', '什么职务'],
      ask: '是什么职务？没有职务就说“没有”。',
      short: '什么职务？',
      why: '按干部管理权限分到管得着的机关。',
      example: '副所长；村会计。',
      max: 60,
    },
    unless: { prepare: 'no' },
  },
  {
    ask: {
      id: 'contact',
      kind: 'phone',
      label: '联系电话',
      aka: ['电话', '手机号'],
      silent: true,
      ask: '方便联系您的电话是多少？',
      why: '留了电话，工作人员好找您；不留的，凭回执来看。',
      example: '13800000000',
    },
  },
  {
    conclude: 'due',
    label: '接下来的时间',
    unless: { prepare: 'no' },
    cases: [
      {
        when: { area: '许昌', other_leads_open: 'yes' },
        value: '其他线索查结以后再研究；是否启动澄清，1个月内提出意见，从收到申请材料或者核查结束起算，不是1个月内办完',
        says: '时间上是这样：是否启动澄清，规定是从收到申请材料或者核查结束起1个月内提出意见，不是1个月内办完；您还有别的线索没查结，要等查结以后再研究。',
        cites: ['xuchang.clarify.1month', 'xuchang.clarify.wait'],
      },
      {
        when: { area: '许昌', finding: { oneOf: ['还在查', '没有结论'] } },
        value: '核查有了不属实的结论以后再研究；是否启动澄清，从核查结束起1个月内提出意见，不是1个月内办完',
        says: '时间上是这样：要先等核查有结论；查下来不属实的，从核查结束起1个月内提出是否启动澄清的意见，不是1个月内办完。',
        cites: ['xuchang.clarify.precond', 'xuchang.clarify.1month'],
      },
      {
        when: { area: '许昌' },
        value: '是否启动澄清，1个月内提出意见，从收到申请材料或者核查结束起算，不是1个月内办完',
        says: '时间上是这样：从收到申请材料或者核查结束起1个月内，提出是否启动澄清的意见；这不是1个月内办完。',
        cites: ['xuchang.clarify.1month'],
      },
      {
        when: {},
        value: '先由承办机关评估，应当澄清的及时启动；多少天内答复，我手里没有您那里的规定，可以凭回执来看',
        says: '时间上，国家层面说的是先评估，应当澄清的及时启动，没有写多少天；您那里有没有自己的时限，请问承办机关。',
        cites: ['nat.clarify.when'],
      },
    ],
  },
  {
    ask: {
      id: 'confirm_submit',
      kind: 'statement',
      label: '确认提交',
      ask: '请核对一遍。写的都是实际情况、现在就交，请回复“确认”；要改哪一项，直接说就行。',
      short: '核对好了，回复“确认”。',
      why: '工作人员会照着您写的内容去核对。启动不启动、怎么澄清，由机关按程序定。',
      example: '确认；或者“把希望的方式改成书面”。',
      agree: ['生成申请书', '交上去', '递上去', '申请吧'],
    },
    unless: { prepare: 'no' },
  },
  { submit: { kind: 'exoneration' }, unless: { prepare: 'no' } },
])
