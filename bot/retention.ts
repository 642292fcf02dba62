import { defineRetention } from '../src/intake/index.ts'

/** 办结的件留多久：从哪天算起写在这里；留几年，由单位按自己的档案规定在工作台上设，两个人定。 */
export const retention = defineRetention({
  says: '手里的规定没有写这些件要保管多少年，所以系统不替单位定期限。请按本单位的档案保管期限表和上级要求来设，写明依据；没有设期限的一类，一件也不会销毁。',
  kinds: [
    { kind: 'report', from: 'closed', says: '从办结那天算起。' },
    { kind: 'tolerance-check', from: 'closed', says: '从办结那天算起。' },
    {
      kind: 'risk-filing',
      from: 'closed',
      says: '从办结或者撤销那天算起；备案以后还可能用来申请容错，请把期限设得够长。',
    },
    {
      kind: 'risk-filing-newarea',
      from: 'closed',
      says: '从办结或者撤销那天算起；备案以后还可能用来申请容错，请把期限设得够长。',
    },
    { kind: 'tolerance-application', from: 'closed', says: '从结论反馈那天算起；廉政档案里的那一份另按档案规定管。' },
    { kind: 'exoneration', from: 'closed', says: '从办结那天算起；澄清的函和台账另按档案规定管。' },
    { kind: 'revisit', from: 'closed', says: '从办结那天算起；影响期没有过的，请先暂缓。' },
    { kind: 'accountability', from: 'closed', says: '从办结那天算起；影响期没有过的，请先暂缓。' },
    { kind: 'hand-over', from: 'closed', says: '从办结那天算起。' },
  ],
})
