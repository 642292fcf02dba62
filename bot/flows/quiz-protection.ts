import { defineSteps } from '../../src/flow/index.ts'

/** 小测的后三题：保密和保护、不归这里的事、交完以后。 */
export const protectionQuestions = defineSteps([
  {
    ask: {
      id: 'secrecy',
      kind: 'choice',
      label: '保密',
      aka: ['保密'],
      ask: '第八题：您的名字和写的内容，能转给被举报的人看吗？',
      short: '能转给他看吗？',
      why: '知道有保护，才敢写名字。',
      example: '回复“1”；或者“不能转”。',
      cite: 'nat.rule.47.1',
      effect: '这一题是这样：姓名、住址和举报内容都必须严格保密，不许转给被举报的人。',
      options: {
        合适: {
          label: '不能，必须严格保密',
          // biome-ignore format: 一组词一行
          words: ['不能', '不能转', '不可以', '不会转', '严格保密', '要保密', '保密的', '严禁'],
        },
        转: {
          label: '能，要让双方对质',
          // biome-ignore format: 一组词一行
          words: ['能转', '对质', '要对质', '可以转', '会转', '让他看'],
        },
      },
    },
  },
  {
    tell: 'secrecy_fits',
    only: { secrecy: '合适' },
    says: [
      {
        text: '对。您的姓名、单位、住址和写的内容，都必须严格保密；严禁转给、告知被举报的单位和人。',
        cites: ['nat.rule.47.1', 'nat.rule.47.2'],
      },
      {
        text: '您和近亲属因为举报受到威胁、侵害，可以提出保护申请，机关应当及时保护；打击报复的人要依规依纪依法处理。眼前有危险，先打110。',
        cites: ['nat.rule.49'],
      },
    ],
  },
  {
    tell: 'secrecy_mixed',
    only: { secrecy: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：核查不是叫双方对质。您的姓名、单位、住址和写的内容，都必须严格保密；严禁转给、告知被举报的单位和人。',
        cites: ['nat.rule.47.1', 'nat.rule.47.2'],
      },
      {
        text: '您和近亲属因为举报受到威胁、侵害，可以提出保护申请，机关应当及时保护；打击报复的人要依规依纪依法处理。眼前有危险，先打110。',
        cites: ['nat.rule.49'],
      },
    ],
  },
  {
    ask: {
      id: 'elsewhere',
      kind: 'choice',
      label: '该找谁',
      aka: ['该找谁'],
      ask: '第九题：老板欠工资、邻居占了墙根，这样的事找纪委管用吗？',
      short: '欠薪、邻居的事找纪委吗？',
      why: '找对了门，事情才办得快，不白跑路。',
      example: '回复“2”；或者“走劳动仲裁、打官司”。',
      cite: 'nat.ch.court',
      effect: '这一题是这样：劳动、邻里这些纠纷，走仲裁、诉讼这些路；里头有干部违纪违法的，那一部分可以反映。',
      options: {
        找纪委: {
          label: '管用，什么事都能找',
          // biome-ignore format: 一组词一行
          words: ['管用', '都能找', '什么都管', '找纪委'],
        },
        合适: {
          label: '不归纪委管，走劳动仲裁、诉讼这些路',
          // biome-ignore format: 一组词一行
          words: ['不归', '不管用', '劳动仲裁', '仲裁', '诉讼', '打官司', '法院', '走法律'],
        },
      },
    },
  },
  {
    tell: 'elsewhere_fits',
    only: { elsewhere: '合适' },
    says: [
      {
        text: '对。劳动、邻里这些纠纷，走仲裁、诉讼这些路，不归纪检监察机关处理。',
        cites: ['nat.ch.court', 'nat.rule.reject.1'],
      },
      {
        text: '要是里头有党员、公职人员违纪违法，比如收了好处压着不办，那一部分可以反映。',
        cites: ['nat.rule.scope.4'],
      },
    ],
  },
  {
    tell: 'elsewhere_mixed',
    only: { elsewhere: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：劳动、邻里这些纠纷，走仲裁、诉讼这些路，不归纪检监察机关处理，找过去多半要您再跑一趟。',
        cites: ['nat.ch.court', 'nat.rule.reject.1'],
      },
      {
        text: '要是里头有党员、公职人员违纪违法，比如收了好处压着不办，那一部分可以反映。',
        cites: ['nat.rule.scope.4'],
      },
    ],
  },
  {
    ask: {
      id: 'receipt',
      kind: 'choice',
      label: '交完以后',
      aka: ['回执', '交完以后'],
      ask: '第十题：实名的举报交上去了，多少天之内会告诉您受理没受理？',
      short: '多少天之内告诉受理情况？',
      why: '心里有个数，就不用天天悬着；到了日子没消息，也知道可以去问。',
      example: '回复“2”；或者“15个工作日”。',
      cite: 'nat.rule.realname.ack15',
      effect: '这一题是这样：实名的，从收到起15个工作日内告诉受理情况。',
      options: {
        三天: {
          label: '三天，到第四天就该有结果',
          // biome-ignore format: 一组词一行
          words: ['三天', '3天', '第四天', '马上', '很快'],
        },
        合适: {
          label: '从收到起15个工作日之内',
          // biome-ignore format: 一组词一行
          words: ['15个工作日', '十五个工作日', '15天', '十五天', '工作日', '三个星期', '半个月'],
        },
        六十天: {
          label: '60天，和信访一样',
          // biome-ignore format: 一组词一行
          words: ['60天', '六十天', '两个月', '60日', '和信访一样', '信访一样'],
        },
      },
    },
  },
  {
    tell: 'receipt_fits',
    only: { receipt: '合适' },
    says: [
      {
        text: '对。实名的、属于本机关受理的，从收到之日起15个工作日内告诉您受理情况；办完以后，从办结之日起15个工作日内反馈结果。',
        cites: ['nat.rule.realname.ack15', 'nat.rule.realname.result15'],
      },
      {
        text: '普通的举报多久办完，规则没有定一个统一的日子。在这里交的会给一个回执编号，抄好收好，凭它看进展、补材料。',
        cites: ['nat.rule.nodeadline'],
      },
    ],
  },
  {
    tell: 'receipt_mixed',
    only: { receipt: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：告诉受理情况的日子，是从收到之日起15个工作日；信访的60日是另一条路的期限，不能套过来。',
        cites: ['nat.rule.realname.ack15', 'nat.pet.notjj'],
      },
      {
        text: '办完以后，从办结之日起15个工作日内反馈结果；多久办完，规则没有定一个统一的日子。在这里交的会给一个回执编号，抄好收好，凭它看进展、补材料。',
        cites: ['nat.rule.realname.result15', 'nat.rule.nodeadline'],
      },
    ],
  },
])
