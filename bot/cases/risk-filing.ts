import { defineCaseKind } from '../../src/intake/index.ts'
import { always } from './always.ts'
import { filingAfter } from './risk-filing-after.ts'
import { filingReview } from './risk-filing-review.ts'

/**
 * 许昌事前备案件：草拟、班子研究、党组申请、分管领导、报送、监督检查室、会商、常委会、已备案，以后跟踪、纠偏、办结。
 * 许昌的材料没有写各步时限、结论文书、不予备案的救济、有效期和撤销（xuchang.filing.gap）：不设时限，也没有撤销这一步。
 */
export const riskFiling = defineCaseKind({
  id: 'risk-filing',
  title: '容错事前备案',
  letter: 'F',
  area: 'area',
  states: [
    {
      id: '草拟',
      says: '申请还在草拟：要先经领导班子研究、形成会议纪要，再以党组（党委）名义提出。',
      cite: 'xuchang.filing.step.1',
    },
    { id: '班子研究', says: '正等着领导班子研究、形成会议纪要。纪要照实写就行。', cite: 'xuchang.filing.step.1' },
    {
      id: '党组申请',
      says: '会议纪要有了，下一步以单位党组（党委）的名义提出书面申请。',
      cite: 'xuchang.filing.step.2',
    },
    {
      id: '待分管领导审核',
      says: '申请书的稿子已经照您写的生成，收件的同事在工作台上能导出、打印，要纸质的向他们要。下一步由市委、市政府分管领导审核把关。备案还没有办成，也不等于免责。',
      cite: 'xuchang.filing.step.3',
    },
    {
      id: '退回补正',
      says: '材料退回来请您补一补，要补什么已经写给您了；补好再报就行。',
      uncited: '材料没有写退回补正，这里只为把要补的说清楚',
    },
    { id: '待报送', says: '分管领导已经审核，等着单位把资料报送市纪委监委。', cite: 'xuchang.filing.step.4' },
    {
      id: '监督检查室审核',
      says: '资料已经报送，市纪委监委监督检查室正在审核、写审核报告。',
      cite: 'xuchang.filing.step.5',
    },
    { id: '会商', says: '审核报告已经写好，正在集体会商。', cite: 'xuchang.filing.step.5' },
    { id: '常委会审议', says: '会商已经通过，等市纪委常委会研究审议。', cite: 'xuchang.filing.step.6' },
    {
      id: '已备案',
      says: '市纪委常委会已经审议，这件事已经备案。备案不是免责承诺，推进中出现负面清单里的情形，照样要追究。',
      cite: 'xuchang.filing.notimmune',
    },
    {
      id: '跟踪中',
      says: '备案的事项正在推进，有人跟着看进展；有变化请如实报告。',
      uncited: '许昌的材料没有写怎么跟踪，这里只记进展',
    },
    {
      id: '已纠偏',
      says: '推进中发现了偏差，已经要求分析原因、定出措施、及时改正。',
      cite: 'xuchang.filing.parallel',
    },
    {
      id: '未予备案',
      says: '这件事没有备案，原因和接下来可以怎么办，已经写给您了。',
      cite: 'xuchang.filing.gap',
      closed: true,
    },
    {
      id: '已撤回',
      says: '申请已经按单位的意思撤回，随时可以重新提出。',
      uncited: '申请由单位提出，材料没有写不许撤回',
      closed: true,
    },
    {
      id: '已办结',
      says: '备案的事项已经办完，这一件结束了。',
      uncited: '材料没有写办结，这里表示这一件不再跟',
      closed: true,
    },
  ],
  begins: [
    { state: '党组申请', when: { applicant_name_is_party_group: 'no' } },
    { state: '待分管领导审核', when: { minutes_no: { given: true } } },
  ],
  leavesOpen: [
    { says: '每一步多少天、结论用什么文书，材料没有写；不设时限，也不替它编文书。', cite: 'xuchang.filing.gap' },
    { says: '没有备案的怎么办，材料没有写；请在话里写明向谁问。', cite: 'xuchang.filing.gap' },
    { says: '备案的有效期、能不能撤销，许昌的材料没有写；湘江新区的撤销不能拿来用。', cite: 'open.8' },
    { says: '需要免责、减责的，依据是许办〔2017〕5号，手里没有这份文件。', cite: 'xuchang.filing.parallel' },
  ],
  always,
  moves: [...filingReview, ...filingAfter],
})
