interface Form {
  readonly said: readonly string[]
  /** Path of the question that is open then. */
  readonly asks: string
}

const report = ['我要匿名举报柳树镇柳树村村支书周明', '去年8月他让人把修村道的两车水泥拉到自己家盖房，我亲眼看见的']
const signed = [
  '我要实名举报柳树镇柳树村村支书周明',
  '李秀英',
  '13812345678',
  '去年8月他让人把修村道的两车水泥拉到自己家盖房，我亲眼看见的',
  '柳树村东头他家新房',
]
const two = [...signed, '再加一件事：今年3月他收了包工头五万块钱，听邻居说的']
const check = [
  '我要自查容错，许昌的',
  '已经进场了',
  '省重点项目抢工期，土地手续没批完就平整场地',
  '没有禁止',
  '班子开会定的',
]
const filing = ['我要做事前备案，许昌市水利局', '防汛应急工程来不及招标', '〔2026〕6号', '11月12号', '对']
const plan = [...filing, '怕超概算、怕质量不过关', '1 请第三方监理 2 每周报进度']
const application = [
  '我要申请容错，南阳的，危房补贴发错了几户，被查了',
  '去年8月',
  '可能给处分',
  '错发的钱都退还了',
  '没有',
  '影响不大',
]
const cleared = [
  '我在许昌，被人举报，纪委查了说不属实，我要申请澄清',
  '说我多报了修渠的土方，村里人到处在说',
  '就这一件',
]

/** Forms on their way, by where they stand. */
export const forms: Readonly<Record<string, Form>> = {
  举报问事情: { said: report.slice(0, 1), asks: 'facts' },
  举报问地点: { said: report, asks: 'facts[0].place' },
  举报问证据: { said: two, asks: 'evidence' },
  举报问以前: { said: [...two, '照片、账本复印件、短信'], asks: 'prior' },
  举报核对: { said: [...two, '照片、账本复印件、短信', '没有'], asks: 'statement' },
  匿名核对: { said: [...report, '柳树村东头他家新房', '没有'], asks: 'statement' },
  自查问私利: { said: check, asks: 'private_gain' },
  自查问后果: { said: [...check, '没有'], asks: 'consequence' },
  自查交不交: { said: [...check, '没有', '没有损失', '没有，第一次'], asks: 'hand_in' },
  备案问名义: { said: filing.slice(0, 4), asks: 'applicant_name_is_party_group' },
  备案问风险: { said: filing, asks: 'risk' },
  备案问措施: { said: [...filing, '怕超概算、怕质量不过关'], asks: 'measures' },
  备案问领导: { said: plan, asks: 'reviewer' },
  备案核对: { said: [...plan, '赵副市长'], asks: 'confirm_submit' },
  申请问影响: { said: application.slice(0, 5), asks: 'impact' },
  申请问佐证: { said: application, asks: 'evidence' },
  申请交不交: { said: [...application, '退款单、公示表'], asks: 'hand_in' },
  申请核对: {
    said: [...application, '退款单、公示表', '交吧', '刘建国，方城县民政局，科长'],
    asks: 'statement',
  },
  澄清问方式: { said: cleared, asks: 'method_wish' },
  澄清问姓名: { said: [...cleared, '发个函，再开个会'], asks: 'applicant' },
  澄清核对: { said: [...cleared, '发个函，再开个会', '李大明，柳河镇财政所，副所长'], asks: 'confirm_submit' },
}

type Row = readonly [form: string, said: string | readonly string[], expected: Readonly<Record<string, string>>]

const september = '2025-09-01~2025-09-30'

/** What is said where, and what must stand in the form then; everything else must stay. */
export const corrections: readonly Row[] = [
  // The correction of the correction.
  ['举报核对', ['第一件时间改成去年9月', '哎不对 是去年10月'], { 'facts[0].time': '2025-10-01~2025-10-31' }],
  ['举报核对', ['电话改成13900001111', '又错了，是13900002222'], { phone: '13900002222' }],
  ['匿名核对', ['把时间改成去年9月', '不对不对，应该是去年7月'], { 'facts[0].time': '2025-07-01~2025-07-31' }],
  ['备案核对', ['会议日期改成11月13号', '哎呀记错了，是14号'], { minutes_date: '2026-11-14~2026-11-14' }],
  ['备案核对', ['纪要号改成〔2026〕8号', '不是8号，是9号'], { minutes_no: '〔2026〕9号' }],
  ['备案核对', ['分管领导改成钱副市长', '打错了，孙副市长'], { reviewer: '孙副市长' }],
  ['自查交不交', ['阶段改成还没做', '不对，是已经做完了'], { stage: '事后' }],
  ['申请核对', ['日期改成去年9月', '哦不，10月'], { fact_date: '2025-10-01~2025-10-31' }],
  ['申请问影响', ['日期改成去年9月', '等等 错了 是去年6月'], { fact_date: '2025-06-01~2025-06-30' }],
  ['澄清核对', ['名字改成李达明', '又打错了 是李大铭'], { applicant: '李大铭' }],
  ['申请问佐证', ['日期改成去年9月3号', '不对，是9月13号'], { fact_date: '2025-09-13~2025-09-13' }],
  // By ordinal, name, other name, old value, new value, words of the answer; and values that say nothing.
  ['自查交不交', '第五个改成不清楚', { law_prohibited: 'unknown' }],
  ['自查交不交', '刚才那个班子开会的 改成说不清', { collective: 'unknown' }],
  ['自查交不交', '前面说班子开会定的那条，我改成不知道', { collective: 'unknown' }],
  ['自查交不交', '有无明令禁止那一项改成不清楚', { law_prohibited: 'unknown' }],
  ['自查交不交', '私利那里改成不想说', { private_gain: 'declined' }],
  ['自查问后果', '把集体研究改成没上会', { collective: 'no' }],
  ['自查问后果', '刚才平整场地那个事，改成先进场后补手续', { matter: '先进场后补手续' }],
  ['备案核对', '会议日期先空着', { minutes_date: 'skipped' }],
  ['备案核对', '分管领导改成后面补', { reviewer: 'later' }],
  ['备案核对', '刚才那个应急工程的，改成河道清淤应急工程', { matter: '河道清淤应急工程' }],
  ['申请核对', '造成的影响改成不清楚', { impact: 'unknown' }],
  ['申请核对', '佐证材料改成回头再补', { evidence: 'later' }],
  ['申请核对', '刚才退还的那个 改成退了一大半', { remedy: '退了一大半' }],
  ['澄清核对', '另有线索那项改成不知道', { other_leads_open: 'unknown' }],
  ['澄清核对', '第5个改成还有一件没查完', { other_leads_open: 'yes' }],
  ['举报核对', '以前反映过那项改成不想说', { prior: 'declined' }],
  ['匿名核对', '地点那里改成不清楚', { 'facts[0].place': 'unknown' }],
  ['匿名核对', '东头他家新房那个 改成村西头老院子', { 'facts[0].place': '村西头老院子' }],
  ['举报核对', '刚才说去年8月那个，改成不清楚', { 'facts[0].time': 'unknown' }],
  ['举报问以前', '上面那个电话填错了，改成13700001111', { phone: '13700001111' }],
  ['申请交不交', '处理那条改成组织处理', { kind: '组织处理' }],
  // Spelling explained; part of a number.
  ['举报核对', '名字写错了 李秀映 映照的映', { reporter_name: '李秀映' }],
  ['举报核对', '我名字打错了，秀是锦绣的绣', { reporter_name: '李绣英' }],
  ['澄清核对', '名字写错了，李大铭，铭记的铭', { applicant: '李大铭' }],
  ['澄清核对', '名字错了 是李大名 名字的名', { applicant: '李大名' }],
  ['澄清核对', '姓名不对，最后一个字是铭记的铭', { applicant: '李大铭' }],
  ['澄清核对', '不是木子李，是黎明的黎', { applicant: '黎大明' }],
  ['申请核对', '名字写错了，弓长张，张建国', { applicant: '张建国' }],
  ['申请核对', '申请人姓章 立早章', { applicant: '章建国' }],
  ['匿名核对', '被反映人名字写错了 周铭 铭记的铭', { 'respondents[0].name': '周铭' }],
  ['匿名核对', '支书不叫周明 叫周鸣', { 'respondents[0].name': '周鸣' }],
  ['举报核对', '电话最后四位是5687不是5678', { phone: '13812345687' }],
  ['举报核对', '手机尾号错了 是5699', { phone: '13812345699' }],
  ['举报核对', '号码写错了13911112222', { phone: '13911112222' }],
  ['备案核对', '纪要号错了 是16号', { minutes_no: '〔2026〕16号' }],
  ['备案问名义', '纪要不是6号，是9号', { minutes_no: '〔2026〕9号' }],
  ['备案核对', '文号年份错了 是2025', { minutes_no: '〔2025〕6号' }],
  ['备案问风险', '会议日期改成上周三', { minutes_date: '2026-11-18~2026-11-18' }],
  ['备案问领导', '开会那天记错了 是11月11号', { minutes_date: '2026-11-11~2026-11-11' }],
  ['备案问名义', '纪要号改成〔2026〕16号', { minutes_no: '〔2026〕16号' }],
  // Lists of words.
  ['备案核对', '风险再加一条 汛期提前', { risk: '怕超概算、怕质量不过关、汛期提前' }],
  ['备案核对', '风险还要加上汛期提前和材料涨价', { risk: '怕超概算、怕质量不过关、汛期提前、材料涨价' }],
  ['备案核对', '再加一条风险：汛期提前', { risk: '怕超概算、怕质量不过关、汛期提前' }],
  ['备案核对', '第二条风险去掉', { risk: '怕超概算' }],
  ['备案核对', '风险第一条删了吧', { risk: '怕质量不过关' }],
  ['备案核对', '把怕超概算去掉', { risk: '怕质量不过关' }],
  ['备案核对', '超概算那条不要了', { risk: '怕质量不过关' }],
  ['备案核对', '第2条措施改成每天报进度', { measures: '请第三方监理、每天报进度' }],
  ['备案核对', '措施第一条改成请两家监理单位', { measures: '请两家监理单位、每周报进度' }],
  ['备案核对', '措施里每周报进度改成每三天报一次', { measures: '请第三方监理、每三天报一次' }],
  ['备案核对', '措施补一条 备足砂石料', { measures: '请第三方监理、每周报进度、备足砂石料' }],
  ['备案核对', '对了 措施再加一个备足砂石料', { measures: '请第三方监理、每周报进度、备足砂石料' }],
  ['备案问领导', '哦对 风险再加一条 汛期提前', { risk: '怕超概算、怕质量不过关、汛期提前', reviewer: '无' }],
  ['备案问措施', '风险再加一条 汛期提前', { risk: '怕超概算、怕质量不过关、汛期提前', measures: '无' }],
  ['举报核对', '证据那里去掉短信', { evidence: '照片、账本复印件' }],
  ['举报核对', '证据再加一份收条', { evidence: '照片、账本复印件、短信、收条' }],
  ['举报核对', '还有一份证据 收条', { evidence: '照片、账本复印件、短信、收条' }],
  ['举报核对', '账本复印件不要了', { evidence: '照片、短信' }],
  ['匿名核对', '证据再加一张照片', { evidence: '照片' }],
  ['申请交不交', '哦对 再加一份会议记录', { evidence: '退款单、公示表、会议记录', hand_in: '无' }],
  ['申请交不交', '佐证里公示表去掉', { evidence: '退款单', hand_in: '无' }],
  ['申请核对', '材料再补一个银行回单', { evidence: '退款单、公示表、银行回单' }],
  ['申请核对', '第一份材料换成退款清单', { evidence: '退款清单、公示表' }],
  ['申请核对', '材料全部去掉', { evidence: '' }],
  [
    '澄清核对',
    '方式再加一个当面说',
    {
      method_wish: 'xuchang.clarify.mode.1、xuchang.clarify.mode.2、xuchang.clarify.mode.3',
    },
  ],
  ['澄清核对', '开会就不要了', { method_wish: 'xuchang.clarify.mode.1' }],
  ['澄清核对', '方式里去掉发函', { method_wish: 'xuchang.clarify.mode.3' }],
  ['澄清核对', '希望的方式只要当面', { method_wish: 'xuchang.clarify.mode.2' }],
  ['澄清核对', '方式那里开会改成通报', { method_wish: 'xuchang.clarify.mode.1、xuchang.clarify.mode.4' }],
  [
    '澄清问姓名',
    '方式再加上通报',
    {
      method_wish: 'xuchang.clarify.mode.1、xuchang.clarify.mode.3、xuchang.clarify.mode.4',
    },
  ],
  ['澄清核对', '影响再加一条 评优没我了', { trigger: 'xuchang.clarify.case.1、xuchang.clarify.case.3' }],
  // 不是X，是Y.
  ['自查问后果', '不是进场了 是还没开工', { stage: '事前', consequence: '无' }],
  ['自查问私利', '不是正在做，是已经做完了', { stage: '事后', private_gain: '无' }],
  ['自查问私利', '不是班子定的 是我自己拍板的', { collective: 'no', private_gain: '无' }],
  ['自查交不交', '不是已经进场 是还没动', { stage: '事前', hand_in: '无' }],
  ['备案问名义', '不是水利局 是水务局', { unit: '许昌市水务局', applicant_name_is_party_group: '无' }],
  ['备案核对', '不是赵副市长 是赵市长', { reviewer: '赵市长' }],
  ['申请核对', '不是科长，是副科长', { post: '副科长' }],
  ['申请问影响', '不是去年8月，是去年9月', { fact_date: september, impact: '无' }],
  ['举报问以前', '不是13812345678 是13812345679', { phone: '13812345679', prior: '无' }],
  ['举报问以前', '不是周明，是周鸣', { 'respondents[0].name': '周鸣', prior: '无' }],
  // A number that names one question and words that are another's.
  ['自查交不交', '第三个改一下 已经做完了', { stage: '事后', 话: '阶段' }],
  ['申请核对', '第2个改成去年9月', { fact_date: september, 话: '发生的日期' }],
  ['备案核对', '第二个改一下 是11月11号', { minutes_date: '2026-11-11~2026-11-11', 话: '会议日期' }],
  // Items of a list.
  ['举报核对', '第2件是我亲眼看见的', { 'facts[1].known_by': '亲见' }],
  ['举报问以前', '第二件其实是我经手的', { 'facts[1].known_by': '亲历', prior: '无' }],
  ['举报核对', '第一件是听会计说的', { 'facts[0].known_by': '转述' }],
  ['举报核对', '第2件钱数改成八万', { 'facts[1].amount': '80000~80000' }],
  ['举报核对', '第二件的时间是今年4月', { 'facts[1].time': '2026-04-01~2026-04-30' }],
  ['举报核对', ['第1件删掉', '刚才那件别删了'], {}],
  ['举报核对', ['第2件删掉', '撤销'], {}],
  ['举报核对', ['第1件去掉', '还是把第1件恢复吧'], {}],
  // While something is asked that takes any words.
  ['举报问证据', '哎等一下 村支书不姓周 姓邹', { 'respondents[0].name': '邹明', evidence: '无' }],
  ['举报问证据', '电话我报错了 139 0000 1111', { phone: '13900001111', evidence: '无' }],
  ['申请问佐证', '日期不是8月 是9月', { fact_date: september, evidence: '无' }],
  [
    '备案问领导',
    '措施第2条不要 风险里加上怕下雨',
    {
      measures: '请第三方监理',
      risk: '怕超概算、怕质量不过关、怕下雨',
      reviewer: '无',
    },
  ],
  // The whole of an answer, or the wrong words behind the right ones.
  ['举报核对', '电话不留了', { phone: 'skipped' }],
  ['举报核对', '支书的单位写错了 应该是柳林镇柳树村', { 'respondents[0].unit': '柳林镇柳树村' }],
  ['举报核对', ['第1件时间改成前年8月', '时间又记错了 应该是前年9月'], { 'facts[0].time': '2024-09-01~2024-09-30' }],
  ['申请核对', '科长改成副科长', { post: '副科长' }],
  ['申请核对', '公示表换成公示照片', { evidence: '退款单、公示照片' }],
  ['申请核对', '佐证就留退款单', { evidence: '退款单' }],
  ['申请核对', '我是副科长 不是科长', { post: '副科长' }],
  ['澄清核对', '单位写成柳河镇财政所了 应该是柳林镇财政所', { unit: '柳林镇财政所' }],
  ['备案核对', '纪要是9号不是6号', { minutes_no: '〔2026〕9号' }],
  ['备案核对', '措施少写了一条 备足砂石料', { measures: '请第三方监理、每周报进度、备足砂石料' }],
  ['备案核对', '风险第1条和第2条都去掉', { risk: '' }],
  ['备案核对', '领导改成市委常委钱明', { reviewer: '市委常委钱明' }],
  ['自查交不交', '我刚才说没有损失不对 有一点损失', { consequence: 'minor', hand_in: '无' }],
  // Beside an answer or a question.
  ['举报问以前', '没有，对了电话改成13700001111', { prior: 'no', phone: '13700001111' }],
  ['举报问以前', '没反映过 电话写错了 是13700001111', { prior: 'no', phone: '13700001111' }],
  ['自查问后果', '没有损失，另外阶段改成还没做', { consequence: 'none', stage: '事前' }],
  ['自查问私利', '没有。集体研究改成没上会', { private_gain: 'no', collective: 'no' }],
  ['申请问影响', '影响不大 哦对了日期改成去年9月', { impact: '有一定影响', fact_date: september }],
  ['备案问名义', '对，纪要号错了是16号', { applicant_name_is_party_group: 'yes', minutes_no: '〔2026〕16号' }],
  ['举报问以前', '电话改成13700001111，匿名会不会好一点？', { phone: '13700001111', 检索: '1', prior: '无' }],
  ['备案核对', '会议日期改成11月13号，要不要重新开会？', { minutes_date: '2026-11-13~2026-11-13', 检索: '1' }],
  ['自查问私利', '单位弄错了，我单位在南阳，许昌是我老家', { area: '南阳', private_gain: '无' }],
]
