import { defineMoves } from '../../src/intake/index.ts'
import { otherLeads } from './exoneration-leads.ts'

const ways = {
  id: 'ways',
  kind: 'choice' as const,
  label: '批准的方式（一种或者几种）',
  many: true as const,
  options: { written: '书面', face: '当面', meeting: '会议', notice: '通报', media: '网络等媒体' },
}
const scope = { id: 'scope', kind: 'text' as const, label: '批准的范围', max: 200 }

const waysGuards = [
  {
    needs: { ways: 'written' },
    says: '当面、会议、通报都要同时有书面的',
    cite: 'nat.clarify.mode',
  },
  {
    where: { ways: 'media' },
    needs: { area: '许昌' },
    says: '用网络等媒体，只有许昌的办法写了',
    cite: 'xuchang.clarify.mode.5',
  },
  ...otherLeads,
]

const approving = {
  from: ['待批准'],
  to: '实施澄清',
  prompt: '准备怎么做、在多大范围？会写给对方。只说方式和范围，不写核查细节',
  tells: '澄清已经批准，方式是{ways}，接下来这样做：{reason}\n澄清的只是查下来不属实的具体问题。',
}

const consulted = [
  { id: 'wide', kind: 'yesNo' as const, label: '影响较大、拟公开，或者涉及部门管理的正职' },
  { id: 'consulted', kind: 'yesNo' as const, label: '实施以前已经通报所在党组织主要负责人并听取意见' },
]
const headAndLeader = [
  { id: 'studied_on', kind: 'date' as const, label: '集体研判的日期' },
  { id: 'head_agreed_on', kind: 'date' as const, label: '本机构主要负责人审核的日期' },
  { id: 'approved_on', kind: 'date' as const, label: '上级监督检查部门分管领导批准的日期' },
]

/** 报批和批准：按机构的种类，各走各的批准。 */
export const exonerationApproval = defineMoves([
  {
    action: 'propose',
    title: '提出启动意见，报批',
    from: ['待提出是否启动意见'],
    to: '待批准',
    reason: 'optional',
    prompt: '有话要对对方说就写在这里（可以不写，会写给对方）。还没批准，不写成已经定了',
    inputs: [
      { id: 'proposed_on', kind: 'date', label: '提出意见的日期' },
      {
        id: 'finding',
        kind: 'choice',
        label: '核查的结论',
        options: { 核查不属实: '不属实', 部分不实: '部分不属实', 属实: '属实' },
      },
      { id: 'other_leads_open', kind: 'yesNo', label: '还有没有其他线索没有查结' },
      {
        id: 'body',
        kind: 'choice',
        label: '承办的是哪一种机构',
        options: {
          department: '机关的承办部门',
          stationed: '派驻（出）机构',
          township: '乡镇（街道）',
          enterprise: '国有企事业单位',
        },
      },
    ],
    on: 'proposed_on',
    guards: [
      {
        needs: { finding: { oneOf: ['核查不属实', '部分不实'] } },
        says: '核查认定失实的，才谈得上澄清',
        cite: 'nat.rule.50',
      },
      ...otherLeads,
    ],
    tells: '已经提出启动澄清的意见，正在报批；批了才会实施。\n{reason}',
    cite: 'nat.clarify.start',
  },
  {
    ...approving,
    action: 'approve',
    title: '本机关主要负责人批准',
    unless: { area: '许昌', body: { oneOf: ['stationed', 'township', 'enterprise'] } },
    by: ['本机关主要负责人'],
    inputs: [{ id: 'approved_on', kind: 'date', label: '批准的日期' }, ways, scope],
    on: 'approved_on',
    guards: [...waysGuards],
    cite: 'nat.rule.50',
  },
  {
    ...approving,
    action: 'approve-stationed',
    title: '派驻机构：上级分管领导批准',
    when: { area: '许昌', body: 'stationed' },
    by: ['分管领导'],
    inputs: [...headAndLeader, ...consulted, ways, scope],
    on: 'approved_on',
    guards: [
      ...waysGuards,
      {
        where: { wide: 'yes' },
        needs: { consulted: 'yes' },
        says: '涉及部门管理的正职，或者影响较大、拟公开的，实施以前要通报并听取意见',
        cite: 'xuchang.clarify.body.stationed',
      },
    ],
    cite: 'xuchang.clarify.body.stationed',
  },
  {
    ...approving,
    action: 'approve-township',
    title: '乡镇（街道）：县级分管领导批准',
    when: { area: '许昌', body: 'township' },
    by: ['分管领导'],
    inputs: [...headAndLeader, ...consulted, ways, scope],
    on: 'approved_on',
    guards: [
      ...waysGuards,
      {
        where: { wide: 'yes' },
        needs: { consulted: 'yes' },
        says: '影响较大、拟公开的，实施以前要通报乡镇（街道）党（工）委主要负责人并听取意见',
        cite: 'xuchang.clarify.body.township',
      },
    ],
    cite: 'xuchang.clarify.body.township',
  },
  {
    ...approving,
    action: 'approve-enterprise',
    title: '国有企事业单位：参照批准',
    when: { area: '许昌', body: 'enterprise' },
    by: ['本机关主要负责人', '分管领导'],
    inputs: [
      { id: 'approved_on', kind: 'date', label: '批准的日期' },
      { id: 'approved_by', kind: 'text', label: '批准的是谁（写职务）' },
      ways,
      scope,
    ],
    on: 'approved_on',
    guards: [...waysGuards],
    cite: 'xuchang.clarify.body.soe',
  },
])
