import { defineMoves } from '../../src/intake/index.ts'
import { yunnan } from '../flows/provinces.ts'
import { otherLeads } from './exoneration-leads.ts'

const early = ['待提出是否启动意见', '暂缓待其他线索查结', '待核查结束']

/** 五类部门都看过，才算联合筛查完。 */
const departments = {
  handling: '承办',
  petition: '信访',
  conduct: '党风政风监督',
  cases: '案件监督管理',
  trial: '案件审理',
}
const seen = '五类部门都要看过：承办、信访、党风政风监督、案件监督管理、案件审理'

const elsewhere = '当地有没有写要等其他线索查结，手里没有；先等着是把稳的做法'

const waitLeads = {
  action: 'wait-leads',
  title: '暂缓，等其他线索查结',
  from: ['待提出是否启动意见', '待核查结束', '联合筛查', '待批准'],
  to: '暂缓待其他线索查结',
  prompt: '请写一句给对方的话。不写其他线索是什么、谁反映的、查到哪一步',
  inputs: [{ id: 'other_leads_open', kind: 'yesNo' as const, label: '还有其他线索没有查结' }],
  guards: [{ needs: { other_leads_open: 'yes' }, says: '有其他线索没查结，才暂缓' }],
  tells: '您的申请先放一放：要等其他线索查结以后，再研究澄清的事。{reason}',
}

const takeUp = {
  action: 'take-up',
  title: '其他线索已查结，接着研究',
  from: ['暂缓待其他线索查结'],
  to: '待提出是否启动意见',
  reason: 'optional' as const,
  prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
  inputs: [
    { id: 'leads_closed_on', kind: 'date' as const, label: '其他线索查结的日期' },
    { id: 'other_leads_open', kind: 'yesNo' as const, label: '还有没有其他线索没有查结' },
  ],
  on: 'leads_closed_on',
  guards: [{ needs: { other_leads_open: 'no' }, says: '其他线索都查结了，才接着研究澄清' }],
  tells: '您的澄清申请接着研究了，要不要启动会写给您。\n{reason}',
}

/** 启动以前：请补充、暂缓、接着研究、联合筛查、不启动、转办。 */
export const exonerationStart = defineMoves([
  {
    action: 'ask',
    title: '请对方补充',
    from: [...early, '联合筛查', '待批准', '实施澄清', '已转办'],
    by: ['受理人员', '承办人员'],
    prompt: '想请对方补充什么？会原样发给对方，请一次问一件事',
    tells: '工作人员想请您补充一点情况：{reason}\n知道多少说多少；不知道或者不方便说，直接告诉我也可以。',
    asks: true,
    uncited: '请人补充是为了看明白，材料没有单列这一步',
  },
  { ...waitLeads, when: { area: '许昌' }, cite: 'xuchang.clarify.wait' },
  { ...waitLeads, unless: { area: '许昌' }, uncited: elsewhere },
  {
    action: 'wait-finding',
    title: '暂缓，等这件事查完',
    from: ['待提出是否启动意见', '联合筛查'],
    to: '待核查结束',
    prompt: '请写一句给对方的话。不写核查细节',
    tells: '您的申请先放一放：澄清要有查下来不属实的结论，要等核查结束再研究。{reason}',
    cite: 'nat.rule.50',
  },
  { ...takeUp, when: { area: '许昌' }, cite: 'xuchang.clarify.wait' },
  { ...takeUp, unless: { area: '许昌' }, uncited: elsewhere },
  {
    action: 'take-up',
    title: '核查已结束，接着研究',
    from: ['待核查结束'],
    to: '待提出是否启动意见',
    reason: 'optional',
    prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
    inputs: [
      { id: 'checked_on', kind: 'date', label: '核查结束的日期' },
      {
        id: 'finding',
        kind: 'choice',
        label: '核查的结论',
        options: { 核查不属实: '不属实', 部分不实: '部分不属实', 属实: '属实' },
      },
    ],
    on: 'checked_on',
    tells: '您的澄清申请接着研究了，要不要启动会写给您。\n{reason}',
    cite: 'nat.rule.50',
  },
  {
    action: 'screen',
    title: '联合筛查',
    from: ['待提出是否启动意见'],
    to: '联合筛查',
    when: { area: { oneOf: [...yunnan] } },
    reason: 'optional',
    prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
    tells: '您的申请正由几个部门一起看，符不符合澄清的条件，看完会告诉您。\n{reason}',
    cite: 'yunnan.screen',
  },
  {
    action: 'screened',
    title: '筛查完，提出启动意见，报批',
    from: ['联合筛查'],
    to: '待批准',
    reason: 'optional',
    prompt: '有话要对对方说就写在这里（可以不写，会写给对方）。还没批准，不写成已经定了',
    inputs: [
      { id: 'screened_on', kind: 'date', label: '联合筛查的日期' },
      { id: 'screened_by', kind: 'choice', label: '看过的部门', options: departments, many: true },
      { id: 'other_leads_open', kind: 'yesNo', label: '还有没有其他线索没有查结' },
    ],
    on: 'screened_on',
    guards: [
      { needs: { screened_by: 'handling' }, says: seen, cite: 'yunnan.screen' },
      { needs: { screened_by: 'petition' }, says: seen, cite: 'yunnan.screen' },
      { needs: { screened_by: 'conduct' }, says: seen, cite: 'yunnan.screen' },
      { needs: { screened_by: 'cases' }, says: seen, cite: 'yunnan.screen' },
      { needs: { screened_by: 'trial' }, says: seen, cite: 'yunnan.screen' },
      ...otherLeads,
    ],
    tells: '已经提出启动澄清的意见，正在报批；批了才会实施。\n{reason}',
    cite: 'yunnan.screen',
  },
  {
    action: 'not-start',
    title: '不启动',
    from: [...early, '联合筛查', '待批准'],
    to: '不启动',
    prompt: '为什么不启动、对方还可以怎么办？会写给对方',
    tells: '这次没有启动澄清。原因和可以走的路：{reason}\n有新的情况，随时可以再告诉我们。',
    cite: 'nat.clarify.when',
  },
  {
    action: 'transfer',
    title: '转核实的机关',
    from: early,
    to: '已转办',
    by: ['受理人员', '承办人员'],
    prompt: '转到哪里？谁核实、谁澄清。会写给对方',
    tells: '谁核实、谁澄清，您的申请已经转给核实这件事的机关。说明：{reason}',
    cite: 'nat.clarify.principle',
  },
])
