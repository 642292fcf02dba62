// Word families that several doors share. Texts are compared without blanks and marks, in lower case and simplified characters.

/** Wants something done or made. */
// biome-ignore format: a group of words stays on one line
export const wantsHelp = ['帮我', '帮忙', '帮俺', '给我', '替我', '教我', '教教', '教俺', '怎么', '怎样', '咋', '如何', '我要', '我想', '想要', '想把', '想让', '能不能', '可不可以', '行不行', '弄一', '弄个', '做一', '做个', '搞一', '搞个', '写一', '写封', '写个', '写篇', '写点', '起草', '拟个', '拟一', '生成', '来一份', '编一', '编个', '有啥办法', '有什么办法', '想办法', '支个招', '出个主意'] as const

/** Wants it done or made by us, in so many words. */
// biome-ignore format: a group of words stays on one line
export const doItForMe = ['帮我', '帮忙', '帮俺', '替我', '给我', '教我', '教教', '起草', '生成', '拟个', '拟一', '弄个', '弄一', '搞个', '搞一', '写一', '写封', '写个', '做个', '做一', '来一份', '编一', '编个'] as const

/** Asks what such a deed leads to: a question for the rules, not a request to do it. */
// biome-ignore format: a group of words stays on one line
export const asksAbout = ['怎么处理', '怎么处分', '怎么处罚', '怎么罚', '怎么判', '怎么认定', '谁认定', '怎么办', '咋办', '什么后果', '啥后果', '后果是', '有后果', '后果严重', '什么责任', '啥责任', '什么罪', '啥罪', '犯法', '违法', '合法吗', '合规', '违规吗', '算不算', '算违纪', '会怎样', '会怎么样', '会咋', '判几年', '构成', '按哪条', '哪一条', '第几条', '什么规定', '怎么规定', '什么处分', '啥处分', '哪类', '会处分', '处分吗', '怎么举报', '咋举报', '怎么反映', '怎么证明', '怕', '会不会被', '不能编', '才不算', '才能不算'] as const

/** The person's own matter: who reported me. */
// biome-ignore format: a group of words stays on one line
export const reportedMe = ['告我', '告的我', '告了我', '告过我', '举报我', '举报的我', '举报了我', '举报过我', '反映我的', '反映的我', '反映了我', '检举我', '检举的我', '控告我', '投诉我', '投诉的我', '把我告', '把我举报', '捅我', '搞我', '点我名', '说的我', '害我的', '在背后', '打小报告', '我被举报', '我被告', '我被人告', '我被人举报', '我被反映', '我被检举', '被举报了', '被人告了', '被人举报了', '举报咱', '举报我们'] as const

/** The reporter or the letter. */
// biome-ignore format: a group of words stays on one line
export const reporter = ['举报人', '举报者', '检举人', '控告人', '举报的人', '举报我的', '告我的', '告我状', '告状的人', '写信的人', '写信人', '写举报信', '匿名信', '举报信', '检举信', '举报材料', '那封信', '这封信', '举报件', '匿名举报'] as const

/** Officials and people around them. */
// biome-ignore format: a group of words stays on one line
export const officials = ['书记', '局长', '县长', '镇长', '乡长', '村长', '支书', '村主任', '主任', '科长', '处长', '市长', '区长', '院长', '校长', '所长', '队长', '站长', '领导', '干部', '村干部', '公务员', '民警', '警察', '法官', '检察官', '审判长', '书记员', '仲裁员', '工作人员', '公职人员', '城管'] as const

/** What makes an official's part in somebody else's quarrel reportable. */
// biome-ignore format: a group of words stays on one line
export const misconduct = ['收了', '收钱', '收礼', '收好处', '好处', '红包', '送礼', '送钱', '受贿', '行贿', '贪', '索要', '吃拿卡要', '勾结', '串通', '一伙', '一起吃饭', '吃请', '喝酒', '偏袒', '拉偏架', '包庇', '袒护', '保护伞', '不作为', '乱作为', '不理', '不管', '不受理', '推诿', '踢皮球', '推来推去', '压着', '刁难', '徇私', '枉法', '滥用职权', '小舅子', '打招呼', '关系户'] as const

/** Words of our own topics: a sentence with one of them is not sent elsewhere for a stray word. */
// biome-ignore format: a group of words stays on one line
export const ourTopics = ['处分', '容错', '澄清', '诬告', '错告', '问责', '备案', '回访', '影响期', '失实', '查否', '政务', '免责', '追责', '复审', '党纪'] as const
