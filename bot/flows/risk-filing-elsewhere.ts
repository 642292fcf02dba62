import { defineSteps } from '../../src/flow/index.ts'

/** 不在许昌的：直说手里没有当地的备案办法，不拿许昌的套；南阳、湘江新区各有各的做法。 */
export const filingElsewhere = defineSteps([
  {
    tell: 'no_place',
    unless: { area: { given: true } },
    says: [
      {
        text: '不知道您在哪里，就说不了当地的备案办法，别处的也不能拿来用。全国层面能说的是：容错要在纪律和法律的框架里，不是什么错都能容。',
        cites: ['nat.opinion.bottom'],
      },
    ],
  },
  {
    tell: 'nanyang',
    only: { area: '南阳' },
    says: [
      {
        text: '南阳的材料里没有“备案”这个程序。相近的是：工作还没开展、或者还没有被调查追责的时候，单位或者个人可以向本级党组织、其他有权处理的机关书面申请容错，说明理由，附上佐证。',
        cites: ['nanyang.pre'],
      },
      { text: '提前书面申请也不等于免责；许昌的备案清单和步骤不能拿来用。', cites: ['open.8'] },
    ],
  },
  {
    tell: 'newarea',
    only: { area: { oneOf: ['长沙', '湖南'] } },
    says: [
      {
        text: '湖南我只有湘江新区的材料，是新闻报道，没有条文，也只管湘江新区：当事人先预判风险，报告备案并预设处置预案，再由新区纪检监察工委分析研判、指导预防。',
        cites: ['hunan.newarea.risk.1', 'hunan.newarea.risk.2', 'hunan.newarea.risk.3'],
      },
      {
        text: '湘江新区备案以后会跟踪进展、纠正偏差，必要时可以撤销备案。这是它自己的做法，别处不能照搬。',
        cites: ['hunan.newarea.risk.4', 'hunan.newarea.risk.5'],
      },
      {
        text: '备案情况是容错的重要依据，但不是备了案就当然免责。具体怎么报、报给谁，请问新区纪检监察工委。',
        cites: ['hunan.newarea.risk.6'],
      },
    ],
  },
  {
    tell: 'elsewhere',
    only: { area: { not: '许昌' } },
    unless: { area: { oneOf: ['南阳', '长沙', '湖南'] } },
    says: [
      {
        text: '我手里没有{area}自己的备案办法，也不能拿别处的清单给您套，有没有这个程序、找谁办，请问当地有权机关。',
        cites: ['open.8'],
      },
      {
        text: '全国层面能说的是：看能不能容错，要把动机态度、客观条件、程序方法、性质程度、后果影响、挽回损失六个方面合起来看；而且要在纪律和法律的框架里，不是什么错都能容。',
        cites: ['nat.opinion.six', 'nat.opinion.bottom'],
      },
      { text: '不管在哪里，提前备案或者报告都不等于免责。', cites: ['open.8'] },
    ],
  },
  {
    ask: {
      id: 'elsewhere_next',
      kind: 'choice',
      label: '接下来',
      inner: true,
      ask: '这里不能替您写备案申请。接下来您想怎么做？',
      short: '接下来想怎么做？',
      why: '您那里我没有备案的办法，可以换一条走得通的路。',
      example: '做个自查；或者“先不用了”。',
      options: {
        check: {
          label: '做一次容错自查',
          words: ['自查', '对照', '查一下', '做吧', '好的', '看看条件'],
          opens: 'tolerance-check',
        },
        apply: {
          label: '写容错申请',
          words: ['容错申请', '写申请', '申请容错', '书面申请', '提前申请'],
          only: { area: '南阳' },
          opens: 'tolerance-application',
        },
        none: { label: '先不用了', words: ['不用', '先不', '算了', '没有了', '知道了', '明白了', '再说'] },
      },
    },
    only: { area: { not: '许昌' } },
  },
])
