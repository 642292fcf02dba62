import { defineCaseKind } from '../../src/intake/index.ts'
import { always } from './always.ts'
import { exonerationApproval } from './exoneration-approval.ts'
import { exonerationEnd } from './exoneration-end.ts'
import { exonerationStart } from './exoneration-start.ts'

/**
 * 澄清申请件：评估、（云南）五类部门联合筛查、报批、按机构种类批准、实施、入台账和廉政档案、反馈。其他线索没查结的先等着。
 * 许昌的1个月是提出是否启动的意见，不是办完；从收到申请材料或者核查结束起算，别处没有写，就不设。
 */
export const exoneration = defineCaseKind({
  id: 'exoneration',
  title: '澄清申请',
  letter: 'E',
  area: 'area',
  states: [
    {
      id: '待提出是否启动意见',
      says: '您的申请已经完整收到。承办部门正在评估要不要启动澄清，评估完会把意见写给您。',
      cite: 'nat.clarify.when',
    },
    {
      id: '暂缓待其他线索查结',
      says: '您的申请已经收到，先替您放着：还有别的线索没有查结，等查结以后再研究澄清的事。',
      cite: 'xuchang.clarify.wait',
    },
    {
      id: '待核查结束',
      says: '您的申请已经收到，先替您放着：这件事还没有查出结论，等核查结束以后再研究。',
      cite: 'nat.rule.50',
    },
    { id: '联合筛查', says: '几个部门正在一起看您的申请符不符合澄清的条件。', cite: 'yunnan.screen' },
    {
      id: '待批准',
      says: '已经提出启动澄清的意见，正在报批。批了才会实施，结果会写给您。',
      cite: 'nat.rule.50',
    },
    { id: '实施澄清', says: '已经批准，正在按批准的方式和范围做澄清。', cite: 'nat.clarify.mode' },
    { id: '已澄清', says: '查下来不属实的具体问题已经澄清，怎么做的已经写给您了。', cite: 'nat.right.34' },
    {
      id: '已转办',
      says: '这件事由核实它的机关来澄清，您的申请已经转过去，由那边接着办。',
      cite: 'nat.clarify.principle',
    },
    {
      id: '不启动',
      says: '这次没有启动澄清，原因已经写给您了。有新的情况，可以再提出来。',
      cite: 'nat.clarify.when',
      closed: true,
    },
    {
      id: '已办结',
      says: '这件事已经办结，情况已经写给您了。',
      uncited: '材料没有写办结，这里表示该做的都做完了',
      closed: true,
    },
  ],
  begins: [
    { state: '暂缓待其他线索查结', when: { other_leads_open: 'yes' } },
    { state: '待核查结束', when: { finding: { oneOf: ['还在查', '没有结论'] } } },
  ],
  clocks: [
    {
      id: 'opinion',
      length: { months: 1 },
      starts: 'handed-in',
      when: { area: '许昌' },
      cite: 'xuchang.clarify.1month',
      says: '提出是否启动澄清的意见（不是办完）',
      runsIn: ['待提出是否启动意见'],
      pausesIn: ['暂缓待其他线索查结', '待核查结束'],
    },
  ],
  leavesOpen: [
    {
      says: '许昌的1个月在等其他线索查结期间怎么算，材料没有写；这里按停表，查结或者核查结束那天的第二天接着算。',
      cite: 'xuchang.clarify.wait',
    },
    {
      says: '市、县纪检监察机关自己办的件由谁批，许昌的材料没有写；这里照全国规则，由本机关主要负责人批。',
      cite: 'open.3',
    },
    { says: '许昌的“一种或者多种”没有写要不要配书面；全国的意见要求同时用书面，这里照全国的。', cite: 'open.2' },
    { says: '国有企事业单位是参照执行，具体由谁批没有写；请写清批准的是谁。', cite: 'xuchang.clarify.body.soe' },
  ],
  always,
  moves: [...exonerationStart, ...exonerationApproval, ...exonerationEnd],
})
