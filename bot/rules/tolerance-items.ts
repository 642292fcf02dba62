type Items = Record<string, { label: string; words: string[]; cite: string; only: { area: string } }>

const xuchang = { area: '许昌' }
const nanyang = { area: '南阳' }

/** 许昌事前备案正面清单八项：短名，和人们说到它时常用的话。 */
export const xuchangItems: Items = {
  'xuchang.filing.positive.1': {
    label: '落实上级部署中担当攻坚',
    // biome-ignore format: 一组词一行
    words: ['上级部署', '贯彻落实', '攻坚', '硬任务', '省委', '市委部署', '上级要求', '上级交办', '上面交办', '上级压', '中央部署', '省里部署', '省里要求', '省里定的', '市里部署', '市里要求', '市委要求', '市委定的', '硬指标', '限期完成', '军令状', '攻坚战', '啃硬骨头', '急难险重'],
    cite: 'xuchang.filing.positive.1',
    only: xuchang,
  },
  'xuchang.filing.positive.2': {
    label: '改革创新先行先试',
    // biome-ignore format: 一组词一行
    words: ['改革', '创新', '先行先试', '试点', '探索', '没有先例', '政策不明', '界限不清', '新模式', '新政策', '没规定', '没有规定', '政策没说', '政策空白', '政策不清', '没人干过', '没人搞过', '吃螃蟹', '摸着石头', '新办法', '新做法', '新路子', '试行', '试着搞', '试一试', '先试', '夜市', '集成改革'],
    cite: 'xuchang.filing.positive.2',
    only: xuchang,
  },
  'xuchang.filing.positive.3': {
    label: '建先行试验区、五个强市蹚路',
    // biome-ignore format: 一组词一行
    words: ['试验区', '五个强市', '共同富裕', '蹚路', '示范', '先行试验', '强市', '蹚路子', '闯路子', '高质量发展'],
    cite: 'xuchang.filing.positive.3',
    only: xuchang,
  },
  'xuchang.filing.positive.4': {
    label: '省市重点项目抢进度，手续有瑕疵',
    // biome-ignore format: 一组词一行
    words: ['重点项目', '三个一批', '工期', '抢进度', '赶进度', '手续后补', '后补手续', '先开工', '边批边建', '手续没办', '手续还没', '手续不全', '未批先建', '手续后面补', '先上车后补票', '省重点', '市重点', '重点工程', '抢工期', '赶工期', '抢工', '先干后批', '先干后补', '先建后批', '先建后补', '先施工', '先动工', '先进场', '先干起来', '先平整', '先清表', '先斩后奏', '批文后补', '批文后面补', '批文没下来', '批文还没', '批文没到', '后面补批文', '手续没批', '手续没走完', '没走完手续', '手续没办完', '手续不齐', '手续没跟上', '手续后面', '手续滞后', '没批就', '没批先', '未批先', '边批边', '边报边', '边建边批', '边建边办', '边干边批', '边干边办', '边干边补', '边施工边', '土地没批', '用地没批', '用地手续', '土地手续', '施工许可', '规划许可', '先上车', '后补票', '补票'],
    cite: 'xuchang.filing.positive.4',
    only: xuchang,
  },
  'xuchang.filing.positive.5': {
    label: '模拟审批、容缺办理',
    // biome-ignore format: 一组词一行
    words: ['模拟审批', '容缺', '缺材料先办', '承诺制', '先批后补', '疑难', '缺材料', '材料没齐', '材料不齐', '材料不全', '材料缺', '差材料', '少材料', '材料后补', '后补材料', '先办证', '先发证', '先办了证', '先给证', '先给办', '先办后补', '先办理后', '先受理', '先审批', '告知承诺', '预审批', '模拟办', '容缺受理'],
    cite: 'xuchang.filing.positive.5',
    only: xuchang,
  },
  'xuchang.filing.positive.6': {
    label: '维稳和历史遗留问题',
    // biome-ignore format: 一组词一行
    words: ['历史遗留', '历史遗留问题', '遗留问题', '维稳', '上访', '信访', '办证难', '老问题', '临时措施', '烂尾', '遗留', '老小区', '没房产证', '房产证', '不动产证', '办不了证', '没证', '积案', '信访积案', '老上访', '老信访', '烂尾楼', '拖了多年', '拖了十几年', '多年没解决', '陈年旧账', '老账', '先验后补', '稳控', '闹访', '矛盾激化', '回迁', '安置房', '债务纠纷'],
    cite: 'xuchang.filing.positive.6',
    only: xuchang,
  },
  'xuchang.filing.positive.7': {
    label: '应急突发特事特办',
    // biome-ignore format: 一组词一行
    words: ['应急', '突发', '抢险', '疫情', '洪水', '灾', '防汛', '救人', '特事特办', '紧急', '防汛抢险', '抗洪抢险', '抢险救灾', '防汛救灾', '应急抢险', '应急处置', '突发事件', '疫情防控', '抢修', '救灾', '暴雨', '大水', '决口', '决堤', '塌方', '滑坡', '山火', '着火', '地震', '防疫', '等不及', '来不及招标', '来不及走', '来不及采购', '紧急采购', '应急采购', '断水', '断电', '停水', '停电', '雪灾', '冰雪', '险情', '火烧眉毛'],
    cite: 'xuchang.filing.positive.7',
    only: xuchang,
  },
  'xuchang.filing.positive.8': {
    label: '其他总体有利的事项',
    // biome-ignore format: 一组词一行
    words: ['总体有利', '总的有利', '对大局有利', '对发展有利', '对群众有利', '对老百姓有利', '利大于弊', '其他有利'],
    cite: 'xuchang.filing.positive.8',
    only: xuchang,
  },
}

/** 南阳可以容错的八种情形。 */
export const nanyangItems: Items = {
  'nanyang.case.1': {
    label: '破难题赶进度，程序手续不够规范',
    // biome-ignore format: 一组词一行
    words: ['赶进度', '抢工期', '工期', '重点项目', '手续', '副中心', '先开工', '难题', '赶工期', '抢进度', '抢工', '省重点', '市重点', '重点工程', '先干后批', '先干后补', '先建后批', '先施工', '先动工', '先进场', '先斩后奏', '批文后补', '批文后面补', '批文没下来', '批文还没', '未批先建', '没批先干', '没批就', '边批边', '边报边', '边建边批', '边干边', '边施工边', '程序没走完', '土地没批', '用地没批', '施工许可', '规划许可', '先上车', '后补票', '补票', '急难', '攻坚', '硬任务', '限期完成'],
    cite: 'nanyang.case.1',
    only: nanyang,
  },
  'nanyang.case.2': {
    label: '大胆探索未达预期',
    // biome-ignore format: 一组词一行
    words: ['转型', '升级', '探索', '投资', '新产业', '没达到预期', '未达预期', '风险决策', '没成', '没搞成', '搞砸了', '亏了', '亏损', '赔了', '试错', '新项目', '新技术', '新模式', '光伏', '大棚', '产业园', '市场变了'],
    cite: 'nanyang.case.2',
    only: nanyang,
  },
  'nanyang.case.3': {
    label: '推进重大改革失误',
    // biome-ignore format: 一组词一行
    words: ['改革', '先行先试', '试点', '没有先例', '缺经验', '界限不明', '政策没说', '没规定', '没有规定', '政策空白', '没人干过', '没人搞过', '吃螃蟹', '摸着石头', '新办法', '新做法', '试行', '先试', '探路'],
    cite: 'nanyang.case.3',
    only: nanyang,
  },
  'nanyang.case.4': {
    label: '化解历史遗留、疑难信访',
    // biome-ignore format: 一组词一行
    words: ['历史遗留', '历史遗留问题', '信访', '上访', '维稳', '遗留问题', '老问题', '遗留', '老小区', '房产证', '不动产证', '办不了证', '积案', '老上访', '老信访', '烂尾楼', '拖了多年', '陈年旧账', '老账', '稳控', '闹访', '矛盾', '回迁', '安置房'],
    cite: 'nanyang.case.4',
    only: nanyang,
  },
  'nanyang.case.5': {
    label: '优化营商环境、容缺办理',
    // biome-ignore format: 一组词一行
    words: ['招商', '营商', '容缺', '企业', '服务企业', '模拟审批', '缺材料', '材料没齐', '材料不齐', '材料不全', '差材料', '材料后补', '先办证', '先发证', '先办了证', '先给证', '先给办', '先办后补', '先批后补', '告知承诺', '承诺制', '厂子', '办厂', '引进', '落地', '投资商', '客商', '外商', '企业家', '优惠政策'],
    cite: 'nanyang.case.5',
    only: nanyang,
  },
  'nanyang.case.6': {
    label: '乡村振兴、惠农民生',
    // biome-ignore format: 一组词一行
    words: ['乡村振兴', '扶贫', '惠农', '民生', '补贴', '资金', '低保', '危房', '村里修', '惠民', '农户', '贫困户', '脱贫', '养老', '救助', '救助款', '补助', '修路', '修渠', '村里路', '人居环境', '厕所', '饮水', '助农', '粮补', '发放', '五保', '残疾'],
    cite: 'nanyang.case.6',
    only: nanyang,
  },
  'nanyang.case.7': {
    label: '疫情灾害事故等突发处置',
    // biome-ignore format: 一组词一行
    words: ['疫情', '灾', '突发', '抢险', '防汛', '应急', '事故', '救援', '不可抗力', '防汛抢险', '抗洪抢险', '抢险救灾', '防汛救灾', '应急抢险', '应急处置', '突发事件', '疫情防控', '抢修', '救灾', '暴雨', '大水', '决口', '决堤', '塌方', '滑坡', '山火', '着火', '地震', '防疫', '等不及', '来不及招标', '来不及采购', '紧急采购', '应急采购', '断水', '断电', '停水', '停电', '雪灾', '险情'],
    cite: 'nanyang.case.7',
    only: nanyang,
  },
  'nanyang.case.8': {
    label: '其他符合三个区分开来的',
    words: ['三个区分', '区分开来', '无心之失', '无意', '其他有利', '对群众有利', '对发展有利'],
    cite: 'nanyang.case.8',
    only: nanyang,
  },
}

/** 许昌备案以后仍要追责的十种情形（负面清单）：短名，和事项里说到它时明明白白的话。 */
export const xuchangRedlines: Items = {
  'xuchang.filing.negative.1': {
    label: '明显违反党内法规或法律法规',
    words: ['明令禁止', '明显违法', '明知违法', '违法也要干', '法律不让', '法律不允许'],
    cite: 'xuchang.filing.negative.1',
    only: xuchang,
  },
  'xuchang.filing.negative.2': {
    label: '备案过程中隐瞒事实、弄虚作假',
    words: ['弄虚作假', '补个假', '假纪要', '倒签', '瞒着'],
    cite: 'xuchang.filing.negative.2',
    only: xuchang,
  },
  'xuchang.filing.negative.3': {
    label: '不担当不作为，或者搞形象工程、政绩工程',
    words: ['形象工程', '政绩工程', '面子工程'],
    cite: 'xuchang.filing.negative.3',
    only: xuchang,
  },
  'xuchang.filing.negative.4': {
    label: '未依法履职，造成责任事故或引发群体事件',
    words: ['责任事故', '塌方死', '死了人', '引发群体事件'],
    cite: 'xuchang.filing.negative.4',
    only: xuchang,
  },
  'xuchang.filing.negative.5': {
    label: '违反民主集中制，个人专断、擅改组织决定',
    words: ['一个人说了算', '一个人拍板', '不执行组织决定', '擅自改变组织'],
    cite: 'xuchang.filing.negative.5',
    only: xuchang,
  },
  'xuchang.filing.negative.6': {
    label: '违规决策或论证不充分，造成公共资金、国有资产浪费',
    words: ['国有资产流失', '公款打水漂', '钱打了水漂', '没论证就'],
    cite: 'xuchang.filing.negative.6',
    only: xuchang,
  },
  'xuchang.filing.negative.7': {
    label: '谋取不正当利益、利益输送、权钱交易',
    words: ['利益输送', '权钱交易', '给亲戚揽', '收了好处'],
    cite: 'xuchang.filing.negative.7',
    only: xuchang,
  },
  'xuchang.filing.negative.8': {
    label: '群众有反映、组织提醒后仍不听劝阻，造成不良影响',
    words: ['提醒过还', '提醒了还', '不听劝阻', '一意孤行'],
    cite: 'xuchang.filing.negative.8',
    only: xuchang,
  },
  'xuchang.filing.negative.9': {
    label: '同类问题整改后重犯，或同一工作反复出错',
    words: ['整改后又', '整改过又', '又犯了', '反复出错'],
    cite: 'xuchang.filing.negative.9',
    only: xuchang,
  },
  'xuchang.filing.negative.10': {
    label: '其他造成重大负面影响或严重后果、需要追责',
    words: ['后果严重', '影响恶劣', '已经造成重大损失'],
    cite: 'xuchang.filing.negative.10',
    only: xuchang,
  },
}

/** The listed item itself, as the first thing a finding shows. */
const itemConditions = (items: Items) =>
  Object.entries(items).map(([cite, { label }]) => ({
    cite,
    says: label,
    side: 'positive' as const,
    when: { item: cite },
    only: { item: cite },
  }))

/** 一条负面情形：话里说到就是对上了，没说到的由机关认定。 */
const redlineConditions = (items: Items) =>
  Object.entries(items).map(([cite, { label }]) => ({
    cite,
    says: label,
    side: 'negative' as const,
    when: { redline: cite },
    officerDecides: true as const,
  }))

export const xuchangRedlineConditions = redlineConditions(xuchangRedlines)
export const xuchangConditions = itemConditions(xuchangItems)
export const nanyangConditions = itemConditions(nanyangItems)
