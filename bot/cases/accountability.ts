import { defineCaseKind } from '../../src/intake/index.ts'
import { always } from './always.ts'

/**
 * 问责核查件：由承办的人自己立，不从表单来（问责自查那张表不交给任何人）。照问责条例把主体、对象、责任、可以不予或免予的情形
 * 一样一样核对，再集体决定。条例的条文没有给核查设期限；申诉的期限没有核到条文，不写。
 */
export const accountability = defineCaseKind({
  id: 'accountability',
  title: '问责核查',
  letter: 'Q',
  area: 'area',
  states: [
    { id: '待核对', says: '这件事正在核对该不该、该由谁来问责。', cite: 'nat.acct.3' },
    { id: '责任已核对', says: '主体、对象和责任已经核对，正在看有没有可以不予、免予的情形。', cite: 'nat.acct.6' },
    { id: '待集体决定', says: '该核对的都核对了，等集体研究决定。', cite: 'nat.acct.3' },
    { id: '已决定', says: '已经集体作出决定，结果由作出决定的机关告诉您。', cite: 'nat.acct.3' },
    { id: '不予问责', says: '这件事没有问责，原因已经写明。', cite: 'nat.acct.17.1', closed: true },
    { id: '已转办', says: '这件事归别的机关办，材料已经转过去。', cite: 'nat.acct.4', closed: true },
    { id: '已办结', says: '这一件已经办完。', uncited: '条例没有写办结，这里表示这一件不再跟', closed: true },
  ],
  leavesOpen: [
    { says: '核查要在多少天里做完，手里的条文没有写，不设时限。', cite: 'nat.acct.3' },
    { says: '提级预审、多部门联审、案件评议是一份调研里的做法，不是规则，不设成必经的步骤。', cite: 'survey.caveat' },
  ],
  always,
  moves: [
    {
      action: 'check-subject',
      title: '核对主体、对象、责任',
      from: ['待核对'],
      to: '责任已核对',
      prompt: '事实、后果、职责、因果各是什么？只在机关内部',
      inputs: [
        {
          id: 'subject',
          kind: 'choice',
          label: '由谁问责',
          options: { committee: '党委（党组）', discipline: '纪委', organ: '党的工作机关', other: '别的部门' },
        },
        {
          id: 'object',
          kind: 'choice',
          label: '对谁问责',
          options: { body: '党组织', leader: '党的领导干部', staff: '直接责任的一般干部' },
        },
        {
          id: 'responsibility',
          kind: 'choice',
          label: '是哪一种责任',
          options: { whole: '全面领导责任', main: '主要领导责任', important: '重要领导责任' },
        },
        { id: 'evidence', kind: 'yesNo', label: '职责、行为、后果都有证据，连得起来' },
      ],
      guards: [
        {
          needs: { subject: { oneOf: ['committee', 'discipline', 'organ'] } },
          says: '问责的主体是党委（党组）、纪委、党的工作机关',
          cite: 'nat.acct.4',
        },
        {
          needs: { object: { oneOf: ['body', 'leader'] } },
          says: '党内问责的对象是党组织和党的领导干部，直接责任的一般干部不在里面',
          cite: 'nat.acct.5',
        },
        { needs: { evidence: 'yes' }, says: '依规依纪、实事求是，证据要连得起来', cite: 'nat.acct.3' },
      ],
      cite: 'nat.acct.6',
    },
    {
      action: 'check-exempt',
      title: '核对不予、免予和从轻的情形',
      from: ['责任已核对'],
      to: '待集体决定',
      prompt: '对着第17条、第18条看下来怎么样？只在机关内部',
      inputs: [
        { id: 'exempt_checked', kind: 'yesNo', label: '不予、免予的情形逐项看过' },
        { id: 'heard', kind: 'yesNo', label: '听取了本人的说明' },
      ],
      guards: [
        { needs: { exempt_checked: 'yes' }, says: '先看有没有可以不予、免予问责的情形', cite: 'nat.acct.17.1' },
        { needs: { heard: 'yes' }, says: '本人的申辩要听取并核实', cite: 'nat.right.35' },
      ],
      cite: 'nat.acct.17.1',
    },
    {
      action: 'decide',
      title: '集体决定：问责',
      from: ['待集体决定'],
      to: '已决定',
      by: ['班子', '常委会'],
      reason: 'optional',
      prompt: '要记下来的（可以不写，只在机关内部）',
      inputs: [
        { id: 'decided_on', kind: 'date', label: '集体决定的日期' },
        { id: 'decision_no', kind: 'text', label: '会议纪要文号', max: 60 },
      ],
      on: 'decided_on',
      cite: 'nat.acct.3',
    },
    {
      action: 'spare',
      title: '集体决定：不予或者免予',
      from: ['待集体决定'],
      to: '不予问责',
      by: ['班子', '常委会'],
      prompt: '对上哪一种情形、为什么？只在机关内部',
      inputs: [{ id: 'decided_on', kind: 'date', label: '集体决定的日期' }],
      on: 'decided_on',
      cite: 'nat.acct.17.1',
    },
    {
      action: 'transfer',
      title: '转有权机关',
      from: ['待核对', '责任已核对'],
      to: '已转办',
      prompt: '转到哪里、为什么归那里？只在机关内部',
      cite: 'nat.acct.4',
    },
    {
      action: 'close',
      title: '办结',
      from: ['已决定'],
      to: '已办结',
      reason: 'optional',
      prompt: '整改和以后的回访怎么安排（可以不写，只在机关内部）',
      uncited: '条例没有写办结，这里表示这一件不再跟',
    },
    {
      action: 'reopen',
      title: '发现有问题，重新核对',
      from: ['不予问责', '已转办', '已办结'],
      to: '待核对',
      by: ['承办人员', '复核人员'],
      prompt: '事实、证据、依据、责任、程序、处理，哪里有问题？只在机关内部',
      cite: 'nat.acct.21',
    },
  ],
})
