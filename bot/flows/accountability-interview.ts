import { defineSteps } from '../../src/flow/index.ts'

// 六种约谈各是什么事、落在谁头上；三个结论都照这六条来。
const one = { event: { oneOf: ['市领导点名', '市主要领导点名', '省级通报'] }, who_am_i: '牵头' }
const two = { event: { oneOf: ['市领导点名', '市级通报'] }, who_am_i: '承担' }
const three = { event: { oneOf: ['市主要领导点名', '省领导点名', '省级通报'] }, who_am_i: '承担' }
const four = { event: '月讲评末位', who_am_i: '承担' }
const five = { event: '全市末位', who_am_i: '承担' }
const six = { event: '全省末位', who_am_i: '牵头' }
const otherwise = { event: { given: true as const } }

const allSix = [
  {
    text: '写明的六种是这样：一、牵头单位、专班牵头不力，被市级领导点名或者省级单位通报批评，由市纪委书记或副书记约谈相关责任领导，视情追责。',
    cites: ['xuchang.interview.1'],
  },
  {
    text: '二、县（市、区）、市直单位承担的工作被市领导点名或者市级通报批评，由市纪委常委或市监委委员约谈分管领导，视情追责。',
    cites: ['xuchang.interview.2'],
  },
  {
    text: '三、县（市、区）、市直单位承担的工作被市委市政府主要领导、省级以上领导点名，或者被省级以上单位通报批评，由市纪委书记或副书记约谈主要领导，视情追责。',
    cites: ['xuchang.interview.3'],
  },
  {
    text: '四、“月讲评”连续2次末位，由市纪委常委或市监委委员约谈分管领导。',
    cites: ['xuchang.interview.4'],
  },
  {
    text: '五、全市评比考核末位，由市纪委常委或市监委委员约谈分管领导。',
    cites: ['xuchang.interview.5'],
  },
  {
    text: '六、牵头的中心工作在全省考核末位，由市纪委书记或副书记约谈市直单位或专班的相关责任领导，视情追责。',
    cites: ['xuchang.interview.6'],
  },
]

/** 许昌的六种约谈：照出了什么事、单位是什么身份，得出由谁约谈、约谈谁、写没写追责。 */
export const interviewSteps = defineSteps([
  {
    conclude: 'interview_by',
    label: '由谁约谈',
    only: { area: '许昌' },
    unless: { role: '承办' },
    cases: [
      {
        when: { event: 'none' },
        value: '没有写明',
        says: '您说的事不在写明的六种约谈里。约不约谈、由谁约谈，手里的材料没有写，要由机关定，我不替它猜。',
        cites: ['xuchang.work.scope'],
      },
      {
        when: one,
        value: '市纪委书记或副书记',
        says: '照您说的，对应第一种：由市纪委书记或副书记约谈，约谈的是牵头单位或专班的相关责任领导；写的是“视情追责”，追不追责由机关看情况定。',
        cites: ['xuchang.interview.1'],
      },
      {
        when: two,
        value: '市纪委常委或市监委委员',
        says: '照您说的，对应第二种：由市纪委常委或市监委委员约谈，约谈的是您那里的分管领导；写的是“视情追责”，追不追责由机关看情况定。',
        cites: ['xuchang.interview.2'],
      },
      {
        when: three,
        value: '市纪委书记或副书记',
        says: '照您说的，对应第三种：由市纪委书记或副书记约谈，约谈的是您那里的主要领导；写的是“视情追责”，追不追责由机关看情况定。',
        cites: ['xuchang.interview.3'],
      },
      {
        when: four,
        value: '市纪委常委或市监委委员',
        says: '照您说的，对应第四种（要连续2次末位才算）：由市纪委常委或市监委委员约谈，约谈的是您那里的分管领导。这一种只写了约谈，没有写追责。',
        cites: ['xuchang.interview.4'],
      },
      {
        when: five,
        value: '市纪委常委或市监委委员',
        says: '照您说的，对应第五种：由市纪委常委或市监委委员约谈，约谈的是您那里的分管领导。这一种只写了约谈，没有写追责。',
        cites: ['xuchang.interview.5'],
      },
      {
        when: six,
        value: '市纪委书记或副书记',
        says: '照您说的，对应第六种：由市纪委书记或副书记约谈，约谈的是市直单位或专班的相关责任领导；写的是“视情追责”，追不追责由机关看情况定。',
        cites: ['xuchang.interview.6'],
      },
      {
        when: { event: { oneOf: ['市级通报', '省领导点名'] }, who_am_i: '牵头' },
        value: '没有写明',
        says: '对牵头单位和专班，第一种写的是市级领导点名、省级单位通报，没有写您说的这一件，由谁约谈要由机关定。要是说的其实是您单位自己领的任务，就说“改单位的身份”。',
        cites: ['xuchang.interview.1'],
      },
      {
        when: { event: { oneOf: ['月讲评末位', '全市末位'] }, who_am_i: '牵头' },
        value: '没有写明',
        says: '末位的这两种，写的是县（市、区）和市直单位，没有写牵头单位、专班。要是排末位的就是您这个市直单位，说“改单位的身份”，我再对一遍。',
        cites: ['xuchang.interview.4', 'xuchang.interview.5'],
      },
      {
        when: { event: '全省末位', who_am_i: '承担' },
        value: '没有写明',
        says: '全省末位这一种，写的是自己牵头的中心工作。您那里没有牵头的话，由谁约谈就没有写明，要由机关定；要是牵头的就是您这里，说“改单位的身份”。',
        cites: ['xuchang.interview.6'],
      },
      {
        when: { ...otherwise, who_am_i: '其他' },
        value: '没有写明',
        says: '六种约谈写的是牵头单位、专班、县（市、区）和市直单位，没有写到您这样的单位。由谁约谈要由机关定，我不替它猜。',
        cites: ['xuchang.interview.1', 'xuchang.interview.2'],
      },
    ],
  },
  {
    conclude: 'interviewed',
    label: '约谈谁',
    silent: true,
    only: { area: '许昌' },
    unless: { role: '承办' },
    cases: [
      { when: one, value: '相关责任领导' },
      { when: two, value: '分管领导' },
      { when: three, value: '主要领导' },
      { when: four, value: '分管领导' },
      { when: five, value: '分管领导' },
      { when: six, value: '相关责任领导' },
      { when: { event: 'none' }, value: '没有写明' },
      { when: { ...otherwise, who_am_i: { given: true } }, value: '没有写明' },
    ],
  },
  {
    conclude: 'pursue',
    label: '写没写追责',
    silent: true,
    only: { area: '许昌' },
    unless: { role: '承办' },
    cases: [
      { when: one, value: '视情追责' },
      { when: two, value: '视情追责' },
      { when: three, value: '视情追责' },
      { when: four, value: '只写约谈' },
      { when: five, value: '只写约谈' },
      { when: six, value: '视情追责' },
      { when: { event: 'none' }, value: '没有写明' },
      { when: { ...otherwise, who_am_i: { given: true } }, value: '没有写明' },
    ],
  },
  {
    tell: 'six_to_compare',
    only: { area: '许昌', role: '本人' },
    unless: { who_am_i: { given: true } },
    says: allSix,
  },
])
