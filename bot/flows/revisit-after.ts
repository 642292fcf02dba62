import { defineSteps } from '../../src/flow/index.ts'
import { hunan, yunnan } from './provinces.ts'

/** 影响期、记录怎么用、要不要谈：先把规定说清，记不记、谈不谈由本人说。 */
export const afterQuestions = defineSteps([
  {
    tell: 'period_party',
    only: { track: '党纪处分' },
    says: [
      {
        text: '党纪处分的影响期：警告1年，严重警告1年半，从处分批准那天算起。更重的处分，请以正式文本为准。',
        cites: ['nat.disc.10'],
      },
    ],
  },
  {
    tell: 'period_government',
    only: { track: '政务处分' },
    says: [
      {
        text: '政务处分的期间：警告6个月，记过12个月，记大过18个月，降级、撤职24个月，从决定生效那天算起；期满自动解除。',
        cites: ['nat.admin.8', 'nat.admin.26'],
      },
    ],
  },
  {
    ask: {
      id: 'influence_over',
      kind: 'yesNo',
      label: '影响期满了没有',
      aka: ['影响期', '期满', '处分期'],
      ask: '影响期（处分期）满了吗？不确定就说“不清楚”，工作人员会核对。',
      short: '影响期满了吗？',
      why: '期满以后，考核、使用就按正常的来，所以先问一句。',
      example: '去年底就满了；或者“还有半年”。',
      cite: 'nat.right.36',
      yes: ['满了', '期满', '已经满', '过了', '到期了', '解除了', '已解除', '结束了'],
      no: ['没满', '没有满', '未满', '不满', '还没满', '没到期', '还没到', '没过', '还没过', '还有', '还差', '还得'],
    },
    only: { track: { oneOf: ['党纪处分', '政务处分'] } },
  },
  {
    tell: 'over',
    only: { influence_over: 'yes' },
    says: [
      {
        text: '影响期满、表现好、符合条件的，按照规定正常使用。这是规定的话，具体安排由组织按程序定。',
        cites: ['nat.right.36'],
      },
    ],
  },
  {
    tell: 'over_government',
    only: { influence_over: 'yes', track: '政务处分' },
    says: [
      {
        text: '政务处分期满自动解除，晋升不再受原处分影响；降级、撤职解除，不等于恢复原来的级别和职务。',
        cites: ['nat.admin.26'],
      },
    ],
  },
  {
    tell: 'over_xuchang',
    only: { influence_over: 'yes', area: '许昌' },
    says: [
      {
        text: '在许昌，影响期满、工作成绩突出、群众认可度高的，会及时向组织人事部门反馈。',
        cites: ['xuchang.opinion.revisit'],
      },
    ],
  },
  {
    tell: 'over_hunan',
    only: { influence_over: 'yes', area: { oneOf: hunan } },
    says: [{ text: '湖南的办法里，影响期满的人员纳入正常的年度考核和选拔任用范围。', cites: ['hunan.revisit.doc'] }],
  },
  {
    tell: 'file_yunnan',
    only: { area: { oneOf: yunnan } },
    says: [
      {
        text: '先说说记录怎么用：云南是一人一档，回访以后整理存档，作为恢复党员权利、民主评议党员、干部考察和考评的依据。',
        cites: ['yunnan.revisit.file'],
      },
    ],
  },
  {
    tell: 'file_hunan',
    only: { area: { oneOf: hunan } },
    says: [
      {
        text: '先说说记录怎么用：湖南的办法里，回访情况会反馈给所在党委（党组），回访意见纳入廉政档案，供组织人事部门参考。',
        cites: ['hunan.revisit.doc'],
      },
    ],
  },
  {
    ask: {
      id: 'record',
      kind: 'choice',
      label: '可以记录的',
      aka: ['记录', '能不能记', '存档'],
      ask: '上面您说的这些，可以写进交给工作人员的材料吗？不想记的，现在说一声。',
      short: '可以记吗？',
      why: '什么能记、记了做什么用，要您心里有数。不交上去，这里就不留。',
      example: '都可以记；或者“家里的事不要记”。',
      effect: '没说的，先按可以给工作人员看来写，交之前还能改。',
      options: {
        都可以记: {
          label: '都可以记',
          words: ['都可以', '可以记', '都能记', '能记', '都记', '记吧', '可以', '没关系', '没问题', '行的'],
        },
        有的不想记: {
          label: '有的不想记',
          // biome-ignore format: 一组词一行
          words: ['有的不', '有些不', '不要记家', '家里的事不', '家里的不', '这个不', '那个不', '除了', '只记工作', '别的可以', '其他可以', '部分可以', '不都'],
        },
        都不想记: {
          label: '都不想记，只想自己理一理',
          // biome-ignore format: 一组词一行
          words: ['都不想', '都不要', '都别记', '都不记', '不想记', '不要记', '别记', '不能记', '不可以', '自己理', '自己看', '自己准备', '不留'],
        },
      },
    },
  },
  {
    ask: {
      id: 'record_not',
      kind: 'text',
      label: '不要记的',
      aka: ['哪些不记'],
      ask: '哪些不想记？写在这里；交之前核对的时候，也可以直接改掉那一项。',
      short: '哪些不想记？',
      why: '工作人员看到这一句，就知道哪些话只当面听听、不写进去。',
      example: '家里老人生病的事不要记。',
    },
    only: { record: '有的不想记' },
  },
  {
    ask: {
      id: 'talk_wish',
      kind: 'choice',
      label: '当面谈',
      aka: ['谈话', '谈一谈', '见面'],
      ask: '想当面谈一谈吗？',
      short: '想当面谈吗？',
      why: '想谈的，工作人员好给您安排；不想谈也没关系。',
      example: '想谈；或者“已经约好下周三了”。',
      options: {
        想谈: {
          label: '想谈',
          words: ['想谈', '想聊', '谈一谈', '谈谈', '聊聊', '愿意谈', '可以谈', '要谈', '想', '愿意', '可以'],
        },
        已经约好: {
          label: '已经约好了',
          words: ['约好', '约了', '定好了', '已经通知', '通知我了', '已经定', '安排好了', '说好了'],
        },
        先不谈: {
          label: '先不谈',
          // biome-ignore format: 一组词一行
          words: ['先不谈', '不谈', '不想谈', '不用谈', '不聊', '不想聊', '先不', '先不用', '不想', '不了', '不必', '再说', '谈过了', '已经谈过'],
        },
      },
    },
  },
  {
    ask: {
      id: 'talk_when',
      kind: 'text',
      label: '方便的时间',
      aka: ['时间', '什么时候', '哪天'],
      ask: '什么时候、在哪儿谈方便？说个大概就行。',
      short: '什么时候方便？',
      why: '工作人员照着您方便的时候约，不一定正好，会再跟您说。',
      example: '下周二下午，单位以外的地方。',
      max: 200,
    },
    only: { talk_wish: { oneOf: ['想谈', '已经约好'] } },
  },
])
