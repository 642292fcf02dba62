import { defineSteps } from '../../src/flow/index.ts'
import { beingPutRight, decidedAlone, decidedTogether, notPutRight, putRight } from './conduct-words.ts'
import { gained, gainedNothing } from './tolerance-words.ts'

/** 对照情形要问的：改正补救、谋没谋私、影响大小、证据；改革失误另问一句决策程序。 */
export const applicationConduct = defineSteps([
  {
    ask: {
      id: 'law_prohibited',
      kind: 'yesNo',
      label: '有无明令禁止',
      silent: true,
      hears: true,
      ask: '法律法规、党内法规或者上级文件，有没有明确禁止这样做？',
      why: '有明令禁止仍去做的，突破了容错的底线。',
      example: '没有禁止',
      yes: ['明令禁止', '明确禁止', '明知不让'],
      no: ['没有明令禁止', '没明令禁止', '没有明确禁止', '没明确禁止', '没有禁止'],
    },
  },
  {
    ask: {
      id: 'collective',
      kind: 'yesNo',
      label: '决策程序',
      aka: ['集体研究', '上会'],
      ask: '当时是按决策程序来的吗？比如班子集体研究、请示报告过。',
      short: '当时集体研究了吗？',
      why: '改革中的失误，要看是不是符合决策程序。',
      example: '上会研究过，有记录；或者“我自己定的”。',
      cite: 'nanyang.case.3',
      hears: true,
      yes: [...decidedTogether, '请示过', '报告过'],
      no: [...decidedAlone, '没请示', '没报告'],
    },
    only: { area: '南阳', item: 'nanyang.case.3' },
  },
  {
    ask: {
      id: 'remedy',
      kind: 'text',
      label: '改正补救',
      aka: ['补救', '整改', '改正', '怎么补的'],
      ask: '发现问题以后，做了哪些改正、补救？',
      short: '改正补救了哪些？',
      why: '能不能及时改正、挽回损失，好几种情形都要看；没来得及改的，照实说也行。',
      example: '多付的钱追回来了，缺的手续上个月补齐。',
      cite: 'nat.opinion.six',
    },
    only: { area: '南阳' },
    unless: { stage: '事前' },
  },
  {
    ask: {
      id: 'remedied',
      kind: 'choice',
      label: '整改情况',
      derive: 'remedy',
      aka: ['改好了没有', '改正到哪一步'],
      ask: '这样算已经改好了，还是正在改，还是还没改？',
      short: '改好了、正在改，还是还没改？',
      why: '对照情形里“及时改正”“积极补救”这一条，要用到。',
      example: '已经改好了；还差一点。',
      options: {
        done: {
          label: '已经改正补救',
          words: putRight,
        },
        doing: {
          label: '正在改',
          words: beingPutRight,
        },
        none: {
          label: '还没改',
          words: notPutRight,
        },
      },
    },
    only: { area: '南阳', remedy: { given: true } },
    unless: { stage: '事前' },
  },
  {
    ask: {
      id: 'private_gain',
      kind: 'yesNo',
      label: '谋取私利',
      aka: ['私利', '好处'],
      ask: '您自己或者亲友，从这件事里得到过好处吗？',
      short: '有没有得到个人好处？',
      why: '为公还是为私，是容错最根本的界线，对谁都要问这一句。',
      example: '没有，钱都用在项目上了。',
      cite: 'nat.three.3',
      hears: true,
      yes: gained,
      no: gainedNothing,
    },
    only: { area: '南阳' },
  },
  {
    ask: {
      id: 'impact',
      kind: 'choice',
      label: '造成的影响',
      aka: ['影响', '后果', '损失'],
      ask: '这件事造成的影响有多大？拿不准可以说“说不清”。',
      short: '影响大不大？说不清也可以。',
      why: '好几种情形都要看有没有造成重大损失、严重影响。',
      example: '没造成什么影响；有一些影响，不大；说不清。',
      hears: true,
      options: {
        未造成严重影响: {
          label: '没有造成严重影响',
          // biome-ignore format: 一组词一行
          words: ['没造成什么影响', '没造成啥影响', '没造成啥后果', '没造成什么后果', '没造成后果', '没有造成影响', '没造成影响', '未造成影响', '没什么影响', '没有影响', '没影响', '没影响到', '没啥影响', '影响几乎没有', '几乎没影响', '没造成损失', '没有造成损失', '没有损失', '没损失', '没啥损失', '没什么损失', '没后果', '没有后果', '没有造成严重', '没造成严重', '未造成严重', '没有严重', '没严重', '不严重', '不算严重', '没那么严重', '没出事', '没啥事'],
        },
        有一定影响: {
          label: '有一定影响，不算严重',
          // biome-ignore format: 一组词一行
          words: ['有一定影响', '有一些影响', '有点影响', '有点儿影响', '有一点影响', '一点影响', '有些影响', '影响不大', '损失不大', '影响不算大', '影响较小', '损失较小', '影响小', '小损失', '小影响', '有点损失', '一点损失', '有些损失', '一定损失', '损失了几万', '损失几万', '损失了几千', '损失几千', '损失了一两万', '群众有意见', '有意见', '有些意见', '耽误了', '耽误了一些', '耽误了几天', '拖了几天', '说闲话'],
        },
        有严重影响: {
          label: '有比较严重的影响',
          // biome-ignore format: 一组词一行
          words: ['影响很大', '影响挺大', '影响特别大', '影响严重', '影响很坏', '影响特别坏', '影响很不好', '严重影响', '损失很大', '损失挺大', '损失惨重', '重大损失', '损失上百万', '损失了上百万', '损失几百万', '损失好几百万', '损失了几百万', '影响恶劣', '影响比较大', '损失比较大', '上了新闻', '上了热搜', '热搜', '媒体曝光', '群体上访', '集体上访', '群体事件', '闹得很大', '闹大了', '烂尾了', '有人伤亡', '死了人', '出了人命', '死了', '严重后果', '比较严重', '很严重'],
        },
      },
    },
    only: { area: '南阳' },
    unless: { stage: '事前' },
  },
  {
    ask: {
      id: 'evidence',
      kind: 'texts',
      label: '佐证材料',
      aka: ['证据', '材料', '凭证'],
      ask: '手里有哪些能说明情况的材料？比如会议记录、请示、凭证、整改材料。没有就说“没有”。',
      short: '有哪些佐证材料？',
      why: '申请要说明理由、附上佐证，核实的人才有据可看。',
      example: '采购合同、情况报告、追回款项的收据。',
      cite: 'nanyang.pre',
    },
    only: { area: '南阳' },
  },
])
