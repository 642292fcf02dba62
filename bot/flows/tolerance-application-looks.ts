import { defineSteps } from '../../src/flow/index.ts'

/** 六个察看：不一个个盘问，话里说到就记下；认定以前提醒照两面准备材料。 */
export const sixLooks = defineSteps([
  {
    ask: {
      id: 'look_1',
      kind: 'choice',
      label: '察看一：动机态度',
      silent: true,
      hears: true,
      ask: '动机态度偏哪一面？',
      why: '察看动机态度，看为公还是为私、认不认错。',
      example: '是为了工作，发现就主动说明了',
      options: {
        favourable: {
          label: '出于公心、无心之过、主动认错改错',
          words: ['出于公心', '无心之过', '主动认错', '为了工作', '为了群众', '不是故意', '不是存心', '没有私心'],
        },
        unfavourable: {
          label: '谋取私利或局部利益、明知故犯、抵触改正',
          words: ['明知故犯', '明知不对还', '抵触整改'],
        },
      },
    },
  },
  {
    ask: {
      id: 'look_2',
      kind: 'choice',
      label: '察看二：客观条件',
      silent: true,
      hears: true,
      ask: '客观条件偏哪一面？',
      why: '察看客观条件，看当时急不急、难不难、能不能预见。',
      example: '当时情况紧急，没有先例',
      options: {
        favourable: {
          label: '紧急复杂、探索攻坚、难以预见',
          words: ['情况紧急', '情况复杂', '难以预见', '没法预见', '预料不到', '没想到会', '没有先例', '头一回搞'],
        },
        unfavourable: {
          label: '常规任务、无视客观规律、好大喜功',
          words: ['常规工作', '日常工作', '好大喜功', '急功近利'],
        },
      },
    },
  },
  {
    ask: {
      id: 'look_3',
      kind: 'choice',
      label: '察看三：程序方法',
      silent: true,
      hears: true,
      ask: '程序方法偏哪一面？',
      why: '察看程序方法，看是不是集体研究、及时报告。',
      example: '上会研究过，也报告了',
      options: {
        favourable: {
          label: '执行民主集中制、及时请示报告、依职权办、紧急临机决断',
          words: ['集体研究', '上会研究', '班子研究', '三重一大', '及时报告', '请示过', '报告过'],
        },
        unfavourable: {
          label: '规避程序、瞒报漏报、滥用职权、个人专断',
          words: ['没上会', '没有上会', '自己拍板', '个人拍板', '瞒报', '没报告', '没有报告', '没请示'],
        },
      },
    },
  },
  {
    ask: {
      id: 'look_4',
      kind: 'choice',
      label: '察看四：性质程度',
      silent: true,
      hears: true,
      ask: '性质程度偏哪一面？',
      why: '察看性质程度，看当时有没有明确规定、错得重不重。',
      example: '当时没有明确规定',
      options: {
        favourable: {
          label: '尚无明确规定、结合实际、情节轻微',
          words: ['没有明确规定', '没明确规定', '没有规定', '政策不明确', '界限不清', '情节轻微', '一般性错误'],
        },
        unfavourable: {
          label: '有令不行、打折扣搞变通、严重或者原则性错误',
          words: ['有令不行', '有禁不止', '打了折扣', '搞变通', '原则性错误'],
        },
      },
    },
  },
  {
    ask: {
      id: 'look_5',
      kind: 'choice',
      label: '察看五：后果影响',
      silent: true,
      hears: true,
      ask: '后果影响偏哪一面？',
      why: '察看后果影响，看损失大小、有没有主动止损。',
      example: '损失不大，发现就停了',
      options: {
        favourable: {
          label: '解决了问题、损失影响小、主动止损',
          words: ['主动止损', '及时止损', '马上停了', '立即停了', '群众认可', '解决了群众'],
        },
        unfavourable: {
          label: '损失影响大、放任后果恶化、被否定批评',
          words: ['重大损失', '影响恶劣', '责任事故', '越拖越大', '通报批评'],
        },
      },
    },
  },
  {
    ask: {
      id: 'look_6',
      kind: 'choice',
      label: '察看六：个人表现',
      silent: true,
      hears: true,
      ask: '个人表现偏哪一面？',
      why: '察看个人表现，看是不是初次、平时怎么样、有没有主动说明。',
      example: '第一次出这样的事，主动说明了',
      options: {
        favourable: {
          label: '一贯良好、初犯偶发、主动向组织说明',
          words: ['第一次', '头一次', '头一回', '初犯', '主动说明', '主动交代', '主动报告', '一贯表现', '年年优秀'],
        },
        unfavourable: {
          label: '重复犯错屡教不改、对抗组织调查',
          words: ['屡教不改', '又犯了', '以前也犯过', '对抗调查'],
        },
      },
    },
  },
  {
    tell: 'six_looks',
    only: { area: '南阳' },
    says: [
      {
        text: '研究认定的时候还要看六个察看方面，下面逐条列了有利和不利的两面。请对着每一条提前准备能说明情况的材料，有利的、不利的都照实说。',
        cites: ['nanyang.factor.list'],
      },
    ],
  },
])
