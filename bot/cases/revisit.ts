import { defineCaseKind } from '../../src/intake/index.ts'
import { always } from './always.ts'
import { revisitMoves } from './revisit-moves.ts'

const open = ['计划', '已定方案', '已约', '已回访', '已转办', '已归档']
const period = {
  starts: { after: ['note-period'] },
  says: '影响期（期间）满，提醒核对：期满表现好的，按规定正常使用',
  runsIn: open,
  own: true as const,
}

/**
 * 回访件：方案、约谈、回访、一人一档、结果怎么用。没有一处规定了要在多少天里回访，所以没有规定的时限；定了哪天去、影响期
 * 哪天满，按日期提醒。
 */
export const revisit = defineCaseKind({
  id: 'revisit',
  title: '回访',
  letter: 'V',
  area: 'area',
  states: [
    {
      id: '计划',
      says: '您写的已经完整收到，工作人员会看，再和您商量怎么谈、什么时候谈。',
      cite: 'nat.right.36',
    },
    {
      id: '已定方案',
      says: '回访怎么谈、哪天谈，工作人员心里有数了，接下来会和您约。',
      cite: 'nat.right.36',
    },
    {
      id: '已约',
      says: '谈话已经约好，时间和地方写给您了；不方便的话，在这里说一声就行。',
      cite: 'nat.right.36',
    },
    { id: '已回访', says: '回访谈话已经谈过，工作人员正在整理。', cite: 'nat.right.36' },
    {
      id: '已转办',
      says: '您写的已经转给负责回访的机关，由那边和您联系。',
      uncited: '谁处分、谁回访各地写法不一',
    },
    {
      id: '已归档',
      says: '这次回访已经整理好，情况写给您了。有新的难处，随时可以再说。',
      cite: 'nat.right.36',
      closed: true,
    },
  ],
  clocks: [
    {
      id: 'visit',
      length: { until: 'visit_on' },
      starts: { after: ['plan'] },
      cite: 'nat.right.36',
      says: '方案里定的回访日子（自己定的，不是规定的时限）',
      runsIn: ['已定方案', '已约'],
      own: true,
    },
    {
      ...period,
      id: 'party-warning',
      length: { months: 12 },
      when: { sanction: 'party_warning' },
      cite: 'nat.disc.10',
    },
    {
      ...period,
      id: 'party-serious',
      length: { months: 18 },
      when: { sanction: 'party_serious' },
      cite: 'nat.disc.10',
    },
    { ...period, id: 'warning', length: { months: 6 }, when: { sanction: 'warning' }, cite: 'nat.admin.8' },
    { ...period, id: 'demerit', length: { months: 12 }, when: { sanction: 'demerit' }, cite: 'nat.admin.8' },
    {
      ...period,
      id: 'major-demerit',
      length: { months: 18 },
      when: { sanction: 'major_demerit' },
      cite: 'nat.admin.8',
    },
    { ...period, id: 'demotion', length: { months: 24 }, when: { sanction: 'demotion' }, cite: 'nat.admin.8' },
  ],
  leavesOpen: [
    { says: '没有一处规定受处理处分以后多少天内要回访，所以不设时限。', cite: 'nat.right.36' },
    {
      says: '撤销党内职务、留党察看以上的影响期，手里没有核到现行条文，不算日子，请看处分决定书。',
      cite: 'nat.disc.10',
    },
    { says: '影响期从哪天起、到哪天止，以处分决定书为准；这里算出的日子只作提醒。', cite: 'nat.admin.8' },
  ],
  always,
  moves: revisitMoves,
})
