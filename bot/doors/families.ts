// Word families that several doors share. Texts and words are compared without blanks and marks, in lower case, in simplified characters
// and with dialect made standard (俺→我, 她→他, 您→你, 咋/如何→怎么, 啥→什么, 没有→没), so one form of each is enough. `…` stands for up to nine characters.

/** Wants something done or made. */
// biome-ignore format: a group of words stays on one line
export const wantsHelp = ['帮我', '帮忙', '帮…下', '帮着', '帮…个', '给我', '替我', '教我', '教教', '教…个', '怎么', '我要', '我想', '我得', '我打算', '准备', '想要', '想把', '想让', '想给', '想找', '要把', '要让', '能不能', '行不行', '行吗', '行不', '行么', '中不中', '可以吗', '可以不', '好不好', '安全不', '安全吗', '来得及', '没事吧', '弄一', '弄个', '弄份', '做一', '做个', '做份', '搞一', '搞个', '整一', '整个', '整份', '写一', '写封', '写个', '写篇', '写点', '写几', '写段', '写条', '起草', '草拟', '拟个', '拟一', '拟份', '生成', '来一份', '来个', '来份', '编一', '编个', '编几', '编点', '编份', '有什么办法', '有什么法', '有什么招', '有没办法', '有没法', '有什么妙招', '什么理由', '理由', '想办法', '想个', '支个招', '支招', '出主意', '出个主意', '出出主意', '指点', '指条', '求你', '请你', '麻烦', '模板', '话术', '套路', '攻略', '技巧', '窍门', '步骤', '哪里找', '哪里能', '哪能', '才能', '才好', '比较好', '合适', '好使'] as const

/** Wants it done or made by us, in so many words. */
// biome-ignore format: a group of words stays on one line
export const doItForMe = ['帮我', '帮忙', '帮…下', '替我', '给我', '教我', '教教', '起草', '生成', '拟个', '拟一', '拟份', '弄个', '弄一', '弄份', '搞个', '搞一', '整一', '整份', '整个', '写一', '写封', '写个', '做个', '做一', '做份', '来一份', '来个', '编一', '编个', '编几', '编点', '出一份'] as const

/** Orders the deed, whatever is asked beside it. */
// biome-ignore format: a group of words stays on one line
export const orders = ['帮我写', '帮我编', '帮我造', '帮我拟', '帮我弄', '帮我想', '帮我做', '帮我改', '帮我伪', '帮我整', '帮我查出', '帮我找出', '替我写', '替我编', '替我拟', '替我弄', '替我做', '教我怎么', '教我编', '教我写', '教我伪', '教我做', '给我编', '给我造', '给我写封', '给我拟', '给我弄'] as const

/** Asks what such a deed leads to, whether it is allowed, or where to turn because somebody did it: a question for the rules, not a request to do it. */
// biome-ignore format: a group of words stays on one line
export const asksAbout = ['怎么处', '怎么罚', '怎么判', '怎么定', '怎么认', '怎么算', '怎么追', '会…处理', '按什么', '按哪', '依据什么', '谁认定', '怎么办', '怎么应对', '什么后果', '后果是', '有后果', '后果严重', '后果吗', '什么责任', '要负', '负责任', '责任吗', '担责', '什么罪', '罪吗', '犯法', '犯罪', '违法', '合法吗', '合不合', '合规', '违规吗', '算违规', '违纪', '算不算', '算是', '算什么', '算…吗', '是不是违', '会怎么', '判几年', '坐牢', '拘留', '构成', '哪一条', '哪条', '第几条', '什么规定', '怎么规定', '有规定', '条例', '什么处分', '受处分', '给处分', '会处分', '处分吗', '处罚', '开除吗', '哪类', '哪种', '什么性质', '什么问题', '什么行为', '怎么举报', '能举报', '可以举报', '举报吗', '举报他', '怎么反映', '反映吗', '能反映', '可以反映', '向哪', '向谁', '找谁', '归谁', '哪里反映', '哪里举报', '往哪', '怎么投诉', '怎么澄清', '怎么证明', '怎么申诉', '怎么申请', '怎么发现', '怎么预防', '怎么防', '才不算', '才能不算', '立案标准', '追究', '会不会被', '被发现', '查出来会', '查实', '该不该', '我该', '我能拒绝', '能拒绝', '拒绝吗', '要不要紧', '我怕', '怕被', '怕报复', '维权', '会加重', '加重吗', '会从重', '不能编', '有没后果', '什么影响', '会取消', '罚多少', '罚几', '关几天', '蹲几年', '怎么识别', '怎么辨', '怎么鉴定', '怎么区分', '效力', '要承担', '承担责任', '赔偿吗', '从重', '怎么劝', '怎么保护', '受保护', '申请保护', '最多判', '判多少', '蹲多少', '更重', '几部法', '党纪国法', '党纪政纪', '硬规定', '立案情形', '会立案', '能告他', '能治他', '敢不敢', '能不听', '听不听', '不听行', '能不改', '有资格', '恢复名誉', '恢复名声'] as const

/** Somebody else did it, or it was done to the person. */
// biome-ignore format: a group of words stays on one line
export const othersDid = ['有人', '别人', '领导让我', '领导叫我', '领导要我', '领导要求', '单位让我', '单位叫我', '单位要我', '上级让', '书记让我', '书记叫我', '局长让我', '主任让我', '让我帮', '逼我', '要求我', '发现', '我看见', '我看到', '亲眼', '听说', '被举报人', '举报他', '反映他', '反映村', '反映局', '反映领导', '主任叫我', '科长叫我', '科长让我', '所长叫我', '所长让我', '镇长让我', '镇长叫我', '叫我把', '让我把', '要我把', '逼着我', '非让我', '非要我', '硬要我', '硬让我', '命令我', '要求员工', '他只是想', '他就是想', '对方想', '想让我丢', '想让我老公', '想让我家', '被假举报', '因为假举报', '是假举报', '假举报闹'] as const

/** The person's own matter: who reported me. */
// biome-ignore format: a group of words stays on one line
export const reportedMe = ['告我', '告的我', '告了我', '告过我', '举报我', '举报的我', '举报了我', '举报过我', '反映我的', '反映的我', '反映了我', '检举我', '检举的我', '控告我', '投诉我', '投诉的我', '指控我', '揭发我', '把我告', '把我举报', '把我捅', '捅我', '搞我', '点我名', '说的我', '害我的', '在背后', '打小报告', '告密', '告状的', '告我的状', '我被举报', '我被告', '我被人告', '我被人举报', '我被反映', '我被检举', '被举报了', '被人告了', '被人举报了', '举报我们', '举报自己', '告发我', '往上反映', '找我谈话', '写我材料', '写我的材料'] as const

/** The reporter or the letter. */
// biome-ignore format: a group of words stays on one line
export const reporter = ['举报人', '举报者', '检举人', '控告人', '举报的人', '检举的人', '举报的那', '检举的那', '举报我', '告我的', '告我状', '告状的', '告密的', '写信的人', '写信人', '寄信的', '写举报信', '匿名信', '举报信', '检举信', '举报材料', '那封信', '这封信', '举报件', '匿名举报', '举报账号', '举报电话是', '举报录音', '举报内容'] as const

/** Officials and people around them. */
// biome-ignore format: a group of words stays on one line
export const officials = ['书记', '局长', '县长', '镇长', '乡长', '村长', '支书', '村主任', '主任', '科长', '处长', '市长', '区长', '院长', '校长', '所长', '队长', '站长', '会计', '领导', '干部', '村干部', '公务员', '民警', '交警', '警察', '派出所', '法官', '检察官', '审判长', '书记员', '执行局', '仲裁员', '工作人员', '公职人员', '执法人员', '监察大队', '城管', '局里的', '局的人', '所的人', '所里', '监管所', '劳动监察', '劳动局', '人社局', '住建局', '规划局', '街道书记', '社区书记', '街道主任', '房管局', '信访局', '国土所', '当官的', '公家的人', '村委会', '镇政府', '镇里', '政府的人'] as const

/** What makes an official's part in somebody else's quarrel reportable. */
// biome-ignore format: a group of words stays on one line
export const misconduct = ['收了', '收他', '烟酒', '是他哥', '是他弟', '是他叔', '是他舅', '收钱', '收礼', '收…钱', '收…烟', '收…酒', '收好处', '好处', '红包', '送礼', '送钱', '受贿', '行贿', '贿赂', '贪', '索要', '索贿', '要钱', '卡着', '吃拿卡要', '打点', '暗示', '勾结', '串通', '一伙', '称兄道弟', '一起吃', '吃饭', '吃请', '喝酒', '偏袒', '偏着', '偏向', '护着', '向着', '拉偏架', '包庇', '袒护', '保护伞', '撑腰', '通风报信', '股份', '入股', '分红', '截走', '截留', '不作为', '乱作为', '不理', '不管', '不受理', '推诿', '踢皮球', '推来推去', '压着', '刁难', '徇私', '枉法', '滥用职权', '小舅子', '表哥', '表弟', '亲戚', '同学', '打招呼', '关系户', '造假', '克扣'] as const

/** Words of our own topics: a sentence with one of them is not sent elsewhere for a stray word. */
// biome-ignore format: a group of words stays on one line
export const ourTopics = ['处分', '容错', '澄清', '诬告', '错告', '问责', '备案', '回访', '影响期', '失实', '查否', '政务', '免责', '追责', '复审', '党纪', '违纪', '党籍', '党内', '监察对象', '归纪委', '记过', '撤职', '开除以后', '停职', '诫勉', '信访件', '信访答复'] as const

/** People whose duties and sanctions are our topic. */
// biome-ignore format: a group of words stays on one line
export const ourPeople = ['党员', '公职人员', '公务员', '事业编'] as const

/** Deeds of officials that are reported here, whoever tells of them. */
// biome-ignore format: a group of words stays on one line
export const misdeeds = ['举报', '检举', '控告', '受贿', '行贿', '索贿', '贪污', '贪了', '贪官', '公款', '挪用', '截留', '冒领', '侵吞', '侵占', '套取', '套钱', '虚报', '骗取', '优亲厚友', '吃拿卡要', '索要', '吃回扣', '回扣', '收红包', '收了', '收钱', '收礼', '好处费', '送礼', '买官', '徇私', '以权', '打招呼', '围标', '串通', '招标', '中标', '发票报', '假发票', '公款报', '送钱', '造假', '公家', '企业付', '老板出的', '老板买单', '工程都给', '违规', '关系户', '保护伞', '倒卖', '卖了', '小舅子'] as const

/** Tells what the person is blamed for: an answer to it, no errand. */
// biome-ignore format: a group of words stays on one line
export const ofMe = ['说我给', '说我把', '说我拿', '说我收', '说我帮', '反映我给', '反映我把', '跟我没关系', '和我没关系', '与我没关系', '跟我无关', '与我无关', '评先', '评优'] as const

/** Tells what a decision led to, as a form asks. */
// biome-ignore format: a group of words stays on one line
export const effects = ['影响就是', '影响嘛', '影响是', '影响呢', '影响也就', '后果就是', '后果嘛', '后果是', '后果也就'] as const

/** Wishes to report somebody in an office: whatever words the deed is told in, it is none of small talk or of somebody else's data. */
// biome-ignore format: a group of words stays on one line
export const reports = [
  ['想反映', '要反映', '来反映', '我反映', '反映一下', '反映下', '反映我', '反映村', '反映乡', '反映镇', '反映县', '反映的是', '想举报', '要举报', '来举报', '我举报', '举报一下', '举报村', '举报乡', '举报镇', '举报县', '实名举报', '匿名举报', '检举', '控告', '揭发', '想告', '要告'],
  [...officials, '科长', '主管', '站长', '组长', '副镇', '副乡', '副县', '副局', '电工', '护林', '队长', '股长'],
] as const

/** Tells what proof there is. */
// biome-ignore format: a group of words stays on one line
export const proof = [
  ['判决书', '调解书', '合同', '病历', '收据', '发票', '照片', '聊天记录', '录音', '短信', '欠条', '借条', '房产证', '证明'],
  ['我也有', '我有一份', '有一份', '手里有', '我手里', '存着', '拍了', '留着', '留了', '复印', '可以提供', '能提供', '都在'],
] as const
