/** Somebody a report is about, as far as is known. */
export interface Respondent {
  readonly name?: string
  readonly post?: string
  readonly unit?: string
}

// 劳动监察大队, 城管监察 are other trades; 纪检, 监委, 巡察 are this one.
const ORGAN =
  '纪委监委|纪检监察(?:机关|委|组|室|工委|干部)?|纪律检查委员会|监察委员会|监察委|纪工委|纪委|监委|纪检(?:委|组|办|室)?|监察(?:专员|工委|专员办)|巡察(?:办公室|办|组|工作领导小组)?|巡视(?:办|组)|派驻(?:纪检监察)?(?:机构|组)?'
const CHIEF = '(?:第一)?(?:副)?(?:书记|主任|组长|专员)|常委|委员|负责人|一把手|主要领导|领导|头头'
/** Rooms inside the organ: their heads are staff. */
const ROOM =
  '(?:第?[一二三四五六七八九十\\d]*(?:监督检查|审查调查|案件|信访|案管|审理|宣传|组织|综合|党风|党风政风|技术)?(?:监督|监察|审查|管理|检查|调查)?(?:办公)?室|中心|科|处|部|股|大队|支队|食堂|车队)'
/** Not of the organ, though it is named: its neighbours, its family, what stands beside it. */
const BESIDE = new RegExp(
  `(?:${ORGAN})[^，。]{0,8}?(?:的?(?:亲戚|朋友|弟弟|哥哥|儿子|女儿|老婆|小舅子|侄子|外甥|妻子|丈夫|姐夫|妹夫|同学|前司机)|家属院|宿舍|小区|对面|旁边|门口|隔壁|附近)`,
  'u',
)
const LEADER = new RegExp(`(?:${ORGAN})(?!.*(?:${ROOM}))[^，。室科处部]{0,6}?(?:${CHIEF})(?!室|秘书|的)`, 'u')
const OF_ORGAN = new RegExp(ORGAN, 'u')
const OTHER_TRADE =
  /(?:劳动|劳动保障|城管|国土|环境|环保|土地|规划|水政|卫生|安全|文化|税务|交通|农业|自然资源|公路)(?:保障)?(?:执法)?监察/g

/**
 * Whether one of those reported belongs to a discipline organ: `leader` for who leads it (书记, 副书记, 主任, 组长, 常委, of any
 * level), `staff` for who works there. Read from post and unit only; absent if nobody does. A leader is said before staff.
 */
export function aboutOffice(respondents: readonly Respondent[]): 'leader' | 'staff' | undefined {
  const found = respondents.map(one)
  return found.includes('leader') ? 'leader' : found.includes('staff') ? 'staff' : undefined
}

function one({ post = '', unit = '' }: Respondent): 'leader' | 'staff' | undefined {
  const words = `${unit}${post}`.normalize('NFKC').replace(/\s+/g, '').replace(OTHER_TRADE, '')
  if (!OF_ORGAN.test(words) || BESIDE.test(words)) return undefined
  // 纪委书记 who is also of the party committee is named by one post of several: each is looked at by itself.
  return words.split(/[、，,;；]|兼/).some((part) => LEADER.test(part)) || LEADER.test(words) ? 'leader' : 'staff'
}
