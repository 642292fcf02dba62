import { defineSteps } from '../../src/flow/index.ts'

/** 交之前：用哪种写法、交给谁、核对。 */
export const handIn = defineSteps([
  {
    ask: {
      id: 'rewrite_choice',
      kind: 'choice',
      inner: true,
      label: '写法',
      aka: ['改写', '改写稿'],
      ask: '我把说法理了理，只去掉气话、定性的话，听说的写成听说，没有添任何人名、数字和日期。\n{rewrite}\n您看用哪一种？',
      short: '用改写的，还是用您的原话？',
      why: '事实清楚、没有气话的材料，核实起来更快。用不用由您定，原话会一起留着。',
      example: '回复“按改写的”，或者“用我的原话”。',
      cite: 'nat.write.tips',
      options: {
        accept: {
          label: '按改写的',
          words: [
            '按改写',
            '按改的',
            '按你改',
            '按您改',
            '用改写',
            '改写的',
            '改写稿',
            '你改的',
            '就按你',
            '用新的',
            '用改过的',
            '好的',
          ],
        },
        own: {
          label: '用我的原话',
          words: ['原话', '用我的', '按我的', '不改', '不用改', '别改', '保留原文', '原样', '原来的', '照我说的'],
        },
      },
    },
    only: { rewritable: 'yes' },
  },
  {
    conclude: 'contains_speculation',
    label: '含推测',
    silent: true,
    cases: [
      { when: { flags_open: 'speculation' }, value: true },
      { when: {}, value: false },
    ],
  },
  {
    ask: {
      id: 'statement',
      kind: 'statement',
      label: '如实反映',
      ask: '请把这份内容核对一遍。是您知道的真实情况、现在就交给工作人员的话，请回复“属实”；要改哪一项，直接说就行。',
      short: '核对好了，回复“属实”就提交。',
      why: '写的是自己知道的真实情况、来源写清楚，就是在依法行使权利；记错了、说得不准，不会当成诬告。',
      example: '属实；或者“第2条的时间改成去年9月”。',
      cite: 'nat.criminal.243.exempt',
    },
  },
  { submit: { kind: 'report' } },
])
