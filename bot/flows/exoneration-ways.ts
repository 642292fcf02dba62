import { defineSteps } from '../../src/flow/index.ts'
import { hunan, yunnan } from './provinces.ts'

/** 希望怎样澄清：只是愿望，用哪种方式、在多大范围由机关定。许昌有五种方式，别处按国家层面的四种。 */
export const ways = defineSteps([
  {
    ask: {
      id: 'method_wish',
      kind: 'choice',
      many: true,
      label: '希望的方式',
      aka: ['方式', '澄清方式', '怎么澄清'],
      ask: '您希望怎样把事情说清楚？可以选一种，也可以选几种。',
      short: '希望用哪种方式？回复序号也行。',
      why: '您的想法机关会考虑，所以先问您；最后用哪种、在多大范围，由机关定。',
      example: '在村里开个会说一说；或者“发个函就行”；或者回复“1和3”。',
      effect: '没关系，不选就由机关来定。',
      options: {
        'xuchang.clarify.mode.1': {
          label: '书面发函',
          cite: 'xuchang.clarify.mode.1',
          only: { area: '许昌' },
          // biome-ignore format: 一组词一行
          words: ['书面', '发函', '发个函', '澄清函', '来函', '公函', '白纸黑字', '出个证明', '开个证明', '给个文书', '给个说明', '红头文件', '盖章'],
        },
        'xuchang.clarify.mode.2': {
          label: '当面说明',
          cite: 'xuchang.clarify.mode.2',
          only: { area: '许昌' },
          words: ['当面', '上门', '来人说', '派人来', '面对面', '找我谈', '跟我说清楚', '书记跟我说', '领导跟我说'],
        },
        'xuchang.clarify.mode.3': {
          label: '开会说明',
          cite: 'xuchang.clarify.mode.3',
          only: { area: '许昌' },
          // biome-ignore format: 一组词一行
          words: ['开会', '开个会', '开大会', '开一次会', '大会', '会上', '会议', '村民会', '全体会', '职工会', '党员会'],
        },
        'xuchang.clarify.mode.4': {
          label: '在一定范围通报',
          cite: 'xuchang.clarify.mode.4',
          only: { area: '许昌' },
          words: ['通报', '发通报', '贴公告', '贴出来', '公示栏', '系统内', '全系统', '发文说明', '发个文'],
        },
        'xuchang.clarify.mode.5': {
          label: '网络等媒体通报',
          cite: 'xuchang.clarify.mode.5',
          only: { area: '许昌' },
          // biome-ignore format: 一组词一行
          words: ['网上', '网络', '媒体', '公众号', '官网', '网站', '抖音', '视频号', '微博', '微信', '报纸', '登报', '电视', '群里说明'],
        },
        any: {
          label: '听机关安排',
          only: { area: '许昌' },
          // biome-ignore format: 一组词一行
          words: ['听机关', '听组织', '听安排', '组织定', '机关定', '都行', '都可以', '怎么都行', '哪种都行', '没要求', '没有要求', '无所谓'],
        },
      },
    },
    only: { area: '许昌' },
    unless: { prepare: 'no' },
  },
  {
    tell: 'mode_1',
    only: { area: '许昌', method_wish: 'xuchang.clarify.mode.1' },
    says: [{ text: '书面澄清，是给您送达一份澄清的函，写明澄清的事、机关和时间。', cites: ['xuchang.clarify.mode.1'] }],
  },
  {
    tell: 'mode_2',
    only: { area: '许昌', method_wish: 'xuchang.clarify.mode.2' },
    says: [{ text: '当面澄清，是派人来，或者发函请您单位的党组织负责人当面说明。', cites: ['xuchang.clarify.mode.2'] }],
  },
  {
    tell: 'mode_3',
    only: { area: '许昌', method_wish: 'xuchang.clarify.mode.3' },
    says: [
      {
        text: '开会澄清，用在单位、村里这样的一定范围有影响的，在相应的范围开会说明。',
        cites: ['xuchang.clarify.mode.3'],
      },
    ],
  },
  {
    tell: 'mode_4',
    only: { area: '许昌', method_wish: 'xuchang.clarify.mode.4' },
    says: [
      {
        text: '通报澄清，用在影响到换届、选拔、评优，或者在一个区域、行业里有不好影响的。',
        cites: ['xuchang.clarify.mode.4'],
      },
    ],
  },
  {
    tell: 'mode_5',
    only: { area: '许昌', method_wish: 'xuchang.clarify.mode.5' },
    says: [{ text: '媒体澄清，用在网上、当地舆论里影响比较大的。', cites: ['xuchang.clarify.mode.5'] }],
  },
  {
    tell: 'modes_xuchang',
    only: { area: '许昌' },
    unless: { prepare: 'no' },
    says: [
      {
        text: '最后用哪种方式、在多大范围，由机关按程序定，可以用一种，也可以几种一起用。',
        cites: ['xuchang.clarify.principle.2', 'xuchang.clarify.mode.combo'],
      },
      {
        text: '澄清只说查下来不属实的那几件具体的事，不对一个人作全面评价。',
        cites: ['xuchang.clarify.principle.1'],
      },
    ],
  },
  {
    tell: 'also_written',
    // biome-ignore format: 三种方式一行
    only: { area: '许昌', method_wish: { oneOf: ['xuchang.clarify.mode.2', 'xuchang.clarify.mode.3', 'xuchang.clarify.mode.4'] } },
    says: [{ text: '按国家层面的意见，当面、开会、通报这几种，应当同时有一份书面的。', cites: ['nat.clarify.mode'] }],
  },
  {
    ask: {
      id: 'way_wish',
      kind: 'choice',
      many: true,
      label: '希望的方式',
      aka: ['方式', '澄清方式', '怎么澄清'],
      ask: '您希望怎样把事情说清楚？可以选一种，也可以选几种。',
      short: '希望用哪种方式？',
      why: '您的想法机关会考虑，所以先问您；最后用哪种、在多大范围，由机关评估决定。',
      example: '在单位开个会说一说；或者“发个函就行”。',
      cite: 'nat.clarify.mode',
      effect: '没关系，不选就由机关来定。',
      options: {
        书面: {
          label: '书面发函',
          // biome-ignore format: 一组词一行
          words: ['书面', '发函', '发个函', '澄清函', '公函', '白纸黑字', '出个证明', '开个证明', '给个说明', '红头文件', '盖章'],
        },
        当面: { label: '当面说明', words: ['当面', '上门', '来人说', '派人来', '面对面', '找我谈', '跟我说清楚'] },
        会议: {
          label: '开会说明',
          words: ['开会', '开个会', '开大会', '大会', '会上', '会议', '村民会', '全体会', '职工会', '党员会'],
        },
        通报: {
          label: '在一定范围通报',
          // biome-ignore format: 一组词一行
          words: ['通报', '发通报', '贴公告', '贴出来', '公示栏', '系统内', '全系统', '网上', '公众号', '媒体', '微信', '抖音'],
        },
        any: {
          label: '听机关安排',
          // biome-ignore format: 一组词一行
          words: ['听机关', '听组织', '听安排', '组织定', '机关定', '都行', '都可以', '怎么都行', '哪种都行', '没要求', '没有要求', '无所谓'],
        },
      },
    },
    only: { path: '其他地方' },
  },
  {
    tell: 'modes_elsewhere',
    only: { path: '其他地方' },
    says: [
      {
        text: '主要的方式有书面、当面、会议、通报；当面、开会、通报的，应当同时有一份书面的。',
        cites: ['nat.clarify.mode'],
      },
      {
        text: '澄清针对查下来不属实的具体问题；用哪种方式、在多大范围，由机关评估决定。',
        cites: ['nat.right.34', 'nat.clarify.when'],
      },
    ],
  },
  {
    tell: 'modes_yunnan',
    unless: { prepare: 'no' },
    only: { area: { oneOf: yunnan } },
    says: [
      {
        text: '云南的做法是谁核实谁澄清，会看问题的类型、影响的程度和范围，也看您本人的意愿；一事一澄清，不作全面评价。',
        cites: ['yunnan.clarify.who', 'yunnan.clarify.one'],
      },
    ],
  },
  {
    tell: 'modes_hunan',
    unless: { prepare: 'no' },
    only: { area: { oneOf: hunan } },
    says: [
      {
        text: '湖南讲“三只三不”：只澄清失实的具体问题，不作全面评价；只说核查结果，不说核实细节；只在批准的范围内澄清，不随意扩大。',
        cites: ['hunan.clarify.only.1', 'hunan.clarify.only.2', 'hunan.clarify.only.3'],
      },
    ],
  },
  {
    tell: 'modes_nanyang',
    unless: { prepare: 'no' },
    only: { area: '南阳' },
    says: [{ text: '南阳会先充分征求您本人的意见，再选范围和方式。', cites: ['nanyang.clarify'] }],
  },
])
