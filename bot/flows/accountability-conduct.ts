import { defineSteps } from '../../src/flow/index.ts'
import { accidentWords, greatEffect, noEffect, smallEffect } from './conduct-words.ts'

/** 可能被约谈、被问责的一方：后果、整改、态度、是不是头一回，再说考验期和可以从轻的话。 */
export const conductQuestions = defineSteps([
  {
    ask: {
      id: 'severity',
      kind: 'choice',
      label: '后果',
      aka: ['严重后果', '损失', '影响'],
      ask: '这件事眼下有没有造成损失，或者不好的影响？',
      short: '有损失或者影响吗？',
      why: '许昌的考验期，写的是没有造成严重后果的过失；后果轻重，关系到这一条对不对得上。',
      example: '没有损失；进度慢了些，不严重；或者“损失比较大”。',
      cite: 'xuchang.probation',
      effect: '后果严不严重，本来也要由机关认定。',
      hears: true,
      options: {
        none: {
          label: '没有损失和影响',
          words: noEffect,
        },
        minor: {
          label: '有一些但不严重',
          words: [...smallEffect, '慢', '晚', '拖', '没有严重后果'],
        },
        serious: {
          label: '比较严重',
          words: [...greatEffect, '比较严重', '很严重', '项目停了', '烂尾', '好几百万', '上访', '恶劣', '停产'],
        },
        accident: {
          label: '出了事故、有人伤亡',
          words: [...accidentWords, '安全事故'],
        },
      },
    },
    only: { area: '许昌' },
    unless: { role: '承办' },
  },
  {
    tell: 'accident',
    only: { area: '许昌', severity: 'accident' },
    unless: { role: '承办' },
    says: [
      {
        text: '有人伤亡是很沉重的事，救人、善后、如实报告放在最前面。是不是责任事故，由事故调查认定，我不下结论；安全生产责任事故，许昌的容错备案清单写成了不适用的情形。',
        cites: ['xuchang.filing.negative.4'],
      },
    ],
  },
  {
    ask: {
      id: 'remedy',
      kind: 'choice',
      label: '整改',
      aka: ['整改情况', '补救', '改正'],
      ask: '问题整改到哪一步了？',
      short: '整改到哪一步了？',
      why: '主动整改、挽回损失，是条文里写明可以从轻、减轻的话；改到什么程度，如实说就好。',
      example: '已经整改到位；正在改；还没动手。',
      cite: 'nat.acct.18',
      hears: true,
      options: {
        done: {
          label: '已经整改到位',
          // biome-ignore format: 一组词一行
          words: ['到位', '改完', '改好', '整改完', '整改好', '已经整改', '已经改', '都改了', '都整改了', '改过来', '补上了', '补救了', '追上来', '赶上来', '销号'],
        },
        doing: {
          label: '正在整改',
          // biome-ignore format: 一组词一行
          words: ['正', '正在改', '正在整改', '正在补', '正在追', '在改', '在整改', '改着', '改了一半', '一部分', '还在改', '赶进度', '正改', '没改完', '没有改完', '没整改完', '还没改完', '还没整改到位', '没到位', '快改完', '快好了'],
        },
        not: {
          label: '还没开始',
          // biome-ignore format: 一组词一行
          words: ['还没开始', '没开始', '没动手', '还没动', '没有动', '没整改', '没有整改', '还没整改', '没改', '还没改', '没有改', '没顾上', '没来得及'],
        },
      },
    },
    unless: { role: '承办' },
  },
  {
    ask: {
      id: 'attitude',
      kind: 'yesNo',
      label: '主动说明',
      aka: ['态度', '配合'],
      ask: '组织来了解情况，您是不是主动配合、把话说清楚？还没来问的，就说打算怎么做。',
      short: '主动配合、说清楚了吗？',
      why: '条文里可以从轻的话，都带着“主动配合”“主动承担”这几个字。',
      example: '主动写了情况说明；或者“还没来问，问了我就照实说”。',
      cite: 'nat.acct.18',
      // biome-ignore format: 一组词一行
      yes: ['问啥说啥', '问什么说什么', '都说了', '全说了', '照实', '会说', '会配合', '会讲', '全认', '主动', '配合', '照实说', '如实说', '一五一十', '实话实说', '有啥说啥', '有什么说什么', '说清楚', '写了说明', '写了情况说明', '情况说明', '检讨', '认账', '认错', '承担', '报告了'],
      // biome-ignore format: 一组词一行
      no: ['有些没说', '有的没说', '没说全', '没全说', '没说完', '没都说', '还有没说', '没敢说全', '瞒了一', '没交代', '不主动', '没主动', '没配合', '不配合', '不想配合', '没说清', '瞒了', '瞒着', '有顾虑', '没敢说', '不敢说', '推给'],
      effect: '真到了解情况的时候，照实说，对您是有好处的。',
    },
    unless: { role: '承办' },
  },
  {
    ask: {
      id: 'first_time',
      kind: 'yesNo',
      label: '头一回',
      aka: ['第一次', '首次', '重复'],
      ask: '出这样的问题，是头一回吗？',
      short: '是头一回吗？',
      why: '一贯表现怎么样，是机关要综合看的一项；同一个问题改了又犯，看法会不一样。',
      example: '头一回；或者“去年也出过一次”。',
      cite: 'xuchang.opinion.factors',
      // 单说“没有”，说的是以前没有出过。
      // biome-ignore format: 一组词一行
      yes: ['头一遭', '就这一回', '就这一次', '就一回', '就这回', '从来没有过', '没有', '头一回', '头一次', '头回', '第一次', '第一回', '首次', '初次', '没有过', '没出过', '没有出过', '没发生过', '没有发生过', '以前没', '之前没', '从来没', '从没'],
      // biome-ignore format: 一组词一行
      no: ['老问题', '老毛病', '第二次了', '第二回了', '不是第一回', '不是头一次', '前年也', '以前也', '上回也', '不是头一回', '不是第一次', '不是首次', '以前有过', '以前也有', '有过', '出过', '犯过', '也出过', '第二次', '第二回', '又出', '又犯', '好几次', '不止一次', '整改过', '去年也', '上次也'],
    },
    only: { area: '许昌' },
    unless: { role: '承办' },
  },
  {
    conclude: 'probation_fit',
    label: '考验期这一条',
    only: { area: '许昌' },
    unless: { role: '承办' },
    cases: [
      {
        when: { severity: { oneOf: ['serious', 'accident'] } },
        value: '眼下对不上',
        says: '许昌的考验期，写的是没有造成严重后果的过失；照您说的后果比较重，眼下对不上这一条。后果严不严重，最后由机关认定，先把损失挽回来最要紧。',
        cites: ['xuchang.probation'],
      },
      {
        when: { severity: { oneOf: ['none', 'minor'] }, remedy: 'done' },
        value: '说得上',
        says: '许昌写明：落实不力、进展缓慢、成效不佳但没有造成严重后果的过失，用谈话提醒、批评教育等处理，还可以视情况设1至3个月考验期；期内主动整改、成效明显的，从轻、减轻或者免予问责。您已经整改到位，把整改前后的材料留好；设不设、怎么定，由机关定。',
        cites: ['xuchang.probation'],
      },
      {
        when: { severity: { oneOf: ['none', 'minor'] }, remedy: 'doing' },
        value: '说得上，还在整改',
        says: '许昌写明：落实不力、进展缓慢、成效不佳但没有造成严重后果的过失，用谈话提醒、批评教育等处理，还可以视情况设1至3个月考验期；期内主动整改、成效明显的，从轻、减轻或者免予问责。您正在改，主动不主动、成效明显不明显，就是这一条要看的；设不设、怎么定，由机关定。',
        cites: ['xuchang.probation'],
      },
      {
        when: { severity: { oneOf: ['none', 'minor'] }, remedy: 'not' },
        value: '还差整改',
        says: '许昌写明：落实不力、进展缓慢、成效不佳但没有造成严重后果的过失，还可以视情况设1至3个月考验期；期内主动整改、成效明显的，从轻、减轻或者免予问责。您还没动手整改，这一条看的正是整改，早一天动手就多一分主动；设不设、怎么定，由机关定。',
        cites: ['xuchang.probation'],
      },
      {
        when: {},
        value: '说不清',
        says: '后果或者整改还说不清，先把条文告诉您：没有造成严重后果的过失，许昌可以视情况设1至3个月考验期；期内主动整改、成效明显的，从轻、减轻或者免予问责。设不设、怎么定，由机关定。',
        cites: ['xuchang.probation'],
      },
    ],
  },
  {
    tell: 'light',
    only: { area: '许昌', severity: 'none', attitude: 'yes' },
    unless: { role: '承办' },
    says: [
      {
        text: '还有一条：一般工作失误，主动配合、态度诚恳，又没有实际损失、恶劣影响的，许昌写的是可以谈话提醒、责令检查、诫勉谈话。',
        cites: ['xuchang.opinion.light'],
      },
    ],
  },
  {
    tell: 'first',
    only: { area: '许昌', first_time: 'yes' },
    unless: { role: '承办' },
    says: [
      {
        text: '头一回，条文里没有单独写成可以从轻的条件；不过许昌要综合看九项，一贯表现、认错态度都在里面，如实说上就好。',
        cites: ['xuchang.opinion.factors'],
      },
    ],
  },
  {
    tell: 'again',
    only: { area: '许昌', first_time: 'no' },
    unless: { role: '承办' },
    says: [
      {
        text: '以前出过、改过又出的，许昌要综合看九项，一贯表现是其中一项。把上次怎么改的、这次为什么又出，原原本本讲清楚，比什么都有用。',
        cites: ['xuchang.opinion.factors'],
      },
      {
        text: '如果这件事走过容错备案：同类问题整改后重犯、同一工作反复出错，在备案的负面清单里。',
        cites: ['xuchang.filing.negative.9'],
      },
    ],
  },
  {
    tell: 'lighter',
    only: { remedy: { oneOf: ['done', 'doing'] } },
    unless: { role: '承办' },
    says: [
      {
        text: '全国的问责条例也写着：及时补救，有效挽回损失、消除影响，积极配合调查、主动承担责任的，可以从轻或者减轻问责。要不要从轻，由有权的党组织定。',
        cites: ['nat.acct.18'],
      },
    ],
  },
  {
    tell: 'lighter_still_open',
    only: { remedy: 'not' },
    unless: { role: '承办' },
    says: [
      {
        text: '现在动手也不晚：问责条例写着，及时补救，有效挽回损失、消除影响的，可以从轻或者减轻问责，由有权的党组织定。',
        cites: ['nat.acct.18'],
      },
    ],
  },
])
