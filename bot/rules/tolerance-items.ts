type Items = Record<string, { label: string; words: string[]; cite: string; only: { area: string } }>

const xuchang = { area: '许昌' }
const nanyang = { area: '南阳' }

/** 许昌事前备案正面清单八项：短名，和人们说到它时常用的话。 */
export const xuchangItems: Items = {
  'xuchang.filing.positive.1': {
    label: '落实上级部署中担当攻坚',
    words: ['上级部署', '贯彻落实', '攻坚', '硬任务', '省委', '市委部署'],
    cite: 'xuchang.filing.positive.1',
    only: xuchang,
  },
  'xuchang.filing.positive.2': {
    label: '改革创新先行先试',
    words: ['改革', '创新', '先行先试', '试点', '探索', '没有先例', '政策不明', '界限不清', '新模式'],
    cite: 'xuchang.filing.positive.2',
    only: xuchang,
  },
  'xuchang.filing.positive.3': {
    label: '建先行试验区、五个强市蹚路',
    words: ['试验区', '五个强市', '共同富裕', '蹚路', '示范'],
    cite: 'xuchang.filing.positive.3',
    only: xuchang,
  },
  'xuchang.filing.positive.4': {
    label: '省市重点项目抢进度，手续有瑕疵',
    words: [
      '重点项目',
      '三个一批',
      '工期',
      '抢进度',
      '赶进度',
      '手续后补',
      '后补手续',
      '先开工',
      '边批边建',
      '手续没办',
      '手续还没',
      '手续不全',
      '未批先建',
      '手续后面补',
      '先上车后补票',
    ],
    cite: 'xuchang.filing.positive.4',
    only: xuchang,
  },
  'xuchang.filing.positive.5': {
    label: '模拟审批、容缺办理',
    words: ['模拟审批', '容缺', '缺材料先办', '承诺制', '先批后补', '疑难'],
    cite: 'xuchang.filing.positive.5',
    only: xuchang,
  },
  'xuchang.filing.positive.6': {
    label: '维稳和历史遗留问题',
    words: ['历史遗留', '遗留问题', '维稳', '上访', '信访', '办证难', '老问题', '临时措施', '烂尾'],
    cite: 'xuchang.filing.positive.6',
    only: xuchang,
  },
  'xuchang.filing.positive.7': {
    label: '应急突发特事特办',
    words: ['应急', '突发', '抢险', '疫情', '洪水', '灾', '防汛', '救人', '特事特办', '紧急'],
    cite: 'xuchang.filing.positive.7',
    only: xuchang,
  },
  'xuchang.filing.positive.8': {
    label: '其他总体有利的事项',
    words: [],
    cite: 'xuchang.filing.positive.8',
    only: xuchang,
  },
}

/** 南阳可以容错的八种情形。 */
export const nanyangItems: Items = {
  'nanyang.case.1': {
    label: '破难题赶进度，程序手续不够规范',
    words: ['赶进度', '抢工期', '工期', '重点项目', '手续', '副中心', '先开工', '难题'],
    cite: 'nanyang.case.1',
    only: nanyang,
  },
  'nanyang.case.2': {
    label: '大胆探索未达预期',
    words: ['转型', '升级', '探索', '投资', '新产业', '没达到预期', '未达预期', '风险决策'],
    cite: 'nanyang.case.2',
    only: nanyang,
  },
  'nanyang.case.3': {
    label: '推进重大改革失误',
    words: ['改革', '先行先试', '试点', '没有先例', '缺经验', '界限不明'],
    cite: 'nanyang.case.3',
    only: nanyang,
  },
  'nanyang.case.4': {
    label: '化解历史遗留、疑难信访',
    words: ['历史遗留', '信访', '上访', '维稳', '遗留问题', '老问题'],
    cite: 'nanyang.case.4',
    only: nanyang,
  },
  'nanyang.case.5': {
    label: '优化营商环境、容缺办理',
    words: ['招商', '营商', '容缺', '企业', '服务企业', '模拟审批'],
    cite: 'nanyang.case.5',
    only: nanyang,
  },
  'nanyang.case.6': {
    label: '乡村振兴、惠农民生',
    words: ['乡村振兴', '扶贫', '惠农', '民生', '补贴', '资金', '低保', '危房', '村里修'],
    cite: 'nanyang.case.6',
    only: nanyang,
  },
  'nanyang.case.7': {
    label: '疫情灾害事故等突发处置',
    words: ['疫情', '灾', '突发', '抢险', '防汛', '应急', '事故', '救援', '不可抗力'],
    cite: 'nanyang.case.7',
    only: nanyang,
  },
  'nanyang.case.8': { label: '其他符合三个区分开来的', words: ['三个区分'], cite: 'nanyang.case.8', only: nanyang },
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

export const xuchangConditions = itemConditions(xuchangItems)
export const nanyangConditions = itemConditions(nanyangItems)
