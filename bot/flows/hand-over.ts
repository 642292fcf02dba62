import { defineFlow } from '../../src/flow/index.ts'

/** 转人工：把要说的话和填到一半的表，一起交给工作人员。交之前给本人看清楚会交什么。 */
export default defineFlow({
  id: 'hand-over',
  edition: '2026-11-21',
  title: '转给工作人员',
  aka: ['转人工', '人工'],
  opening: '好，我替您转给工作人员。工作人员在上班时间看，回复会直接到这里；急事请打 12388，或者到接待场所当面说。',
  opensOn: [[['转给工作人员', '转接工作人员']]],
  fleeting: true,
  closing: '好的，没有转。您填的内容都还在，说“继续”就能接着填。',
  steps: [
    {
      ask: {
        id: 'wish',
        kind: 'text',
        max: 1000,
        whole: true,
        label: '想说的话',
        aka: ['要说的', '问题', '留言'],
        ask: '您想跟工作人员说什么？一两句话就行，也可以说“跳过”。',
        short: '想说什么？一两句就行。',
        why: '先说个大概，工作人员看到就知道怎么帮您，不用您从头再讲一遍。',
        example: '填到金额这里不会写，想请人帮我看看。',
      },
    },
    {
      ask: {
        id: 'about',
        kind: 'text',
        label: '正在填的表',
        silent: true,
        ask: '正在填哪张表？',
        why: '工作人员好接着帮您。',
        example: '检举控告',
      },
    },
    {
      ask: {
        id: 'filled',
        kind: 'texts',
        label: '已经写的内容',
        silent: true,
        ask: '已经写了什么？',
        why: '工作人员不用您重复说。',
        example: '时间：去年8月',
      },
    },
    {
      ask: {
        id: 'stopped_at',
        kind: 'text',
        label: '停在哪一项',
        silent: true,
        ask: '停在哪一项？',
        why: '从停下的地方接着帮。',
        example: '金额',
      },
    },
    {
      ask: {
        id: 'statement',
        kind: 'statement',
        label: '确认转交',
        ask: '上面这些会一起给工作人员看。可以转就回复“确认”；不想把填的内容给人看，就说“先不提交”。',
        short: '可以转就回复“确认”。',
        why: '填到一半的内容是您的，您同意了才给工作人员看。',
        example: '确认；或者“先不提交”。',
        agree: ['转吧', '可以转', '转过去', '转给他们', '转'],
      },
    },
    { submit: { kind: 'hand-over' } },
  ],
})
