import { defineFlow } from '../../src/flow/index.ts'
import { mistakenQuestions } from './quiz-mistaken.ts'
import { protectionQuestions } from './quiz-protection.ts'
import { writingQuestions } from './quiz-writing.ts'

/** 依法检举小测：给群众的十道小题，每题答完都讲一讲依据。不打分、不交、不留。 */
export default defineFlow({
  id: 'quiz',
  edition: '2026-11-01',
  title: '依法检举小测',
  aka: ['小测', '小测验', '测验'],
  opening: '好，一共十道小题，回复序号或者照自己的话说都行。不打分，也不留下；中间想问什么直接问，不想做了说“退出”。',
  byQuestion: true,
  opensOn: [
    // biome-ignore format: 想做小测的话
    [['小测', '做个测验', '做测验', '测验一下', '考考我', '考考咱', '考考俺', '考一考', '考我几', '考我一', '测测我', '测一测', '测我一下', '测试一下我', '考考吧', '来考我', '考我吧', '考我呀', '测试一下自己', '测试自己', '测试下自己', '小测试', '做题', '做套题', '来套题', '来一套题', '做一套题', '做几道', '做两道', '来几道', '来两道', '来十道', '来一道', '出题', '出几道', '出两道', '出十道', '答题', '刷题', '道题考考', '来个问答', '玩个问答', '做个问答', '举报知识问答', '知识问答', '知识竞答', '知识测试', '有奖问答', '出几道题', '出几个题', '来几道题', '来几个题', '做几道题', '做几个题', '举报答题', '开始答题']],
  ],
  notOn: [
    // biome-ignore format: 问小测是什么，或者说的是别的题
    ...['容错', '问责', '备案', '澄清', '什么是', '是什么', '有什么用', '多久', '几分钟', '考试', '公务员', '考编', '驾照', '作业', '复习', '竞赛', '体温', '血压', '数学', '语文', '英语', '孩子', '小学', '学校', '考我们', '考你们', '这道题', '那道题', '答题卡', '出题人', '作弊', '泄题', '漏题', '不做题', '不答题', '不想做', '不考', '怎么做题', '命题'],
  ],
  closing: '好，小测就到这里，没有留下什么。想再弄明白哪一点，直接问就行，比如“举报材料怎么写”“匿名举报有人管吗”。',
  steps: [
    ...writingQuestions,
    ...mistakenQuestions,
    ...protectionQuestions,
    {
      tell: 'all_fit',
      // biome-ignore format: 十道题一行
      only: { channel: '合适', naming: '合适', writing: '合适', hearsay: '合适', evidence: '合适', mistaken: '合适', invented: '合适', secrecy: '合适', elsewhere: '合适', receipt: '合适' },
      says: [
        {
          text: '十道都答到点子上了。照这样写、这样走，既说得清事，也护得住自己；身边有人拿不准，也可以讲给他听。',
          cites: ['nat.const.41.right'],
        },
      ],
    },
    {
      tell: 'some_mixed',
      // biome-ignore format: 十道题一行
      unless: { channel: '合适', naming: '合适', writing: '合适', hearsay: '合适', evidence: '合适', mistaken: '合适', invented: '合适', secrecy: '合适', elsewhere: '合适', receipt: '合适' },
      says: [
        {
          text: '十道都看完了。弄混的、跳过的都不要紧，这些本来就容易弄混，现在心里有数了就好。记住一句：照实说、写具体、走对门，您的权利就有保障。',
          cites: ['nat.const.41.right'],
        },
      ],
    },
    {
      ask: {
        id: 'next',
        kind: 'choice',
        label: '接下来',
        inner: true,
        ask: '接下来想怎么做？有事要反映，我陪您一步步写；想再问问，也行。',
        short: '接下来想怎么做？',
        why: '小测到这里就完了，没有留下什么；要不要写，由您定。',
        example: '开始写；或者“再问问”；或者“先到这里”。',
        cite: 'nat.rule.scope.4',
        options: {
          report: {
            label: '我有事要反映，开始写',
            words: ['开始写', '去写', '写吧', '我写', '有事要反映', '反映', '去填', '填写检举控告', '开始吧'],
            opens: 'report',
          },
          more: {
            label: '再问问规定',
            words: ['再问问', '再问', '问规定', '问问', '多看看', '看规定', '再看看', '了解'],
          },
          none: {
            label: '先到这里',
            // biome-ignore format: 一组词一行
            words: ['先到这里', '到这里', '不用', '不用了', '没有了', '没了', '先不', '算了', '知道了', '明白了', '谢谢', '好的', '懂了', '够了', '结束'],
          },
        },
      },
    },
  ],
})
