import { defineSteps } from '../../src/flow/index.ts'

/** 不在南阳的：许昌的办法只有名称，直说；别处没有当地材料，只说国家层面的原则。 */
export const applicationElsewhere = defineSteps([
  {
    tell: 'no_place',
    unless: { area: { given: true } },
    says: [
      {
        text: '不知道您在哪里，就说不了该向谁申请。全国层面能说的是：容错要在纪律和法律的框架里，不是什么错都能容。',
        cites: ['nat.opinion.bottom'],
      },
    ],
  },
  {
    tell: 'xuchang',
    only: { area: '许昌' },
    says: [
      {
        text: '许昌需要免责、减责的，按《许昌市干部容错纠错办法（试行）》（许办〔2017〕5号）执行。',
        cites: ['xuchang.filing.parallel'],
      },
      {
        text: '先说清楚：这份办法我手里只有名称，没有正文，怎么申请、交给谁、要多久，我都不能说，请向制定机关要正式文本。',
        cites: ['open.7'],
      },
      {
        text: '我知道的是许昌的事前备案：事情还没动手，可以先经班子研究、形成纪要，再以党组（党委）名义申请备案。备案也不等于免责。',
        cites: ['xuchang.filing.step.1', 'xuchang.filing.step.2', 'xuchang.filing.notimmune'],
      },
    ],
  },
  {
    tell: 'elsewhere',
    only: { area: { not: '南阳' } },
    unless: { area: '许昌' },
    says: [
      {
        text: '我手里没有{area}自己的申请程序，别处的条件和程序不能拿来套，向谁申请请问当地有管理权限的党委（党组）、纪检监察机关或者组织部门。',
        cites: ['open.8'],
      },
      {
        text: '全国层面能说的是：要把动机态度、客观条件、程序方法、性质程度、后果影响、挽回损失六个方面合起来看；而且要在纪律和法律的框架里，不是什么错都能容。',
        cites: ['nat.opinion.six', 'nat.opinion.bottom'],
      },
      {
        text: '可以先备好能说明这几方面的材料：当时依据的文件、会议记录、请示报告、补救整改的凭证，照实写清楚经过。',
        cites: ['nat.opinion.six'],
      },
    ],
  },
  {
    ask: {
      id: 'elsewhere_next',
      kind: 'choice',
      label: '接下来',
      inner: true,
      ask: '这里不能替您写这份申请。接下来您想怎么做？',
      short: '接下来想怎么做？',
      why: '您那里的申请程序我没有，可以换一条走得通的路。',
      example: '做个自查；或者“先不用了”。',
      options: {
        check: {
          label: '做一次容错自查',
          words: ['自查', '对照', '查一下', '做吧', '好的', '看看条件'],
          opens: 'tolerance-check',
        },
        file: {
          label: '写事前备案申请',
          words: ['备案', '事前备案', '还没动手'],
          only: { area: '许昌' },
          opens: 'risk-filing',
        },
        none: { label: '先不用了', words: ['不用', '先不', '算了', '没有了', '知道了', '明白了', '再说'] },
      },
    },
    only: { area: { not: '南阳' } },
  },
])
