import { definePaper } from '../../src/intake/index.ts'
import { letterRules } from '../cases/exoneration-letter.ts'

/**
 * 失实检举控告予以澄清的函：批准了书面澄清的才有。只写失实的具体问题、只写核查结果、只在批准的范围；不作全面评价，不写怎么
 * 查的，不扩大范围。办件里没有的一句也不添。
 */
export const clarificationLetter = definePaper({
  id: 'clarification-letter',
  title: '关于失实检举控告予以澄清的函',
  of: ['exoneration'],
  when: { finding: { oneOf: ['核查不属实', '部分不实'] }, approved_on: { given: true }, ways: 'written' },
  letter: { from: '{case.office}', number: '（文号）', rules: letterRules },
  to: '{applicant}同志：',
  blocks: [
    { text: '关于你被反映的下列问题：', cites: ['nat.clarify.mode'] },
    { text: '{matter}。' },
    { text: '经核查，反映的上述问题不属实，现予以澄清。', only: { finding: '核查不属实' }, cites: ['nat.rule.50'] },
    {
      text: '经核查，反映的上述问题中【写明哪几件】不属实，现就不属实的具体问题予以澄清。',
      only: { finding: '部分不实' },
      cites: ['nat.right.34'],
    },
    { text: '本函只就上述具体问题予以澄清，在批准的范围（{scope}）内使用。', cites: ['nat.clarify.limit'] },
    { text: '特此函告。' },
  ],
  signer: '{case.office}',
  look: [
    { text: '批准日期：{approved_on}；批准的方式：{ways}；批准的范围：{scope}。', cites: ['nat.rule.50'] },
    {
      text: '“下列问题”一段是本人的原话。发出以前改成核查认定的失实问题，一件一句；不写是谁反映的、怎么查的，不评价其他方面。',
      cites: ['nat.right.34', 'nat.clarify.limit'],
    },
    { text: '填上文号和成文日期，盖章。' },
  ],
})
