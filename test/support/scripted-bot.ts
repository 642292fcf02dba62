import type { Cite } from '../../src/base/index.ts'
import type { FakeHouse, Reply } from './fake-house.ts'

export const receipt = '4821 7730 9156 2048 3175'

const cites: readonly Cite[] = [
  {
    id: 'xuchang.filing.positive.4',
    instrument: '许昌市党员干部容错事前备案办法',
    label: '正面清单第（四）项',
    region: '许昌市',
    authority: '正式条文',
    held: 'digest',
  },
  {
    id: 'nat.criminal.243',
    instrument: '中华人民共和国刑法',
    label: '第二百四十三条第三款',
    region: '全国',
    authority: '正式条文',
    held: 'original',
    quote: '不是有意诬陷，而是错告，或者检举失实的，不适用前两款的规定。',
  },
]

const choices = (...labels: string[]) => labels.map((label) => ({ label, value: label }))

const card = {
  title: '请您看一遍，对不对',
  rows: [
    { path: 'mode', label: '方式', value: '匿名' },
    { path: 'when', label: '时间', value: '2025年8月', said: '去年八月份修村道那阵' },
    { path: 'place', label: '地点', value: '村东头新修的那段路，从老井到磨坊' },
    { path: 'what', label: '什么事', value: '修村道时把水泥拉到自己家里用，前后大约三车，乡亲们都看见了' },
  ],
}

/** A bot that plays one report from greeting to receipt, for tests of what carries and shows a conversation. */
export function scriptedBot(text: string | undefined, house: FakeHouse): readonly Reply[] {
  if (text === undefined)
    return [
      {
        text: '您好，我是清问。我能帮您：\n1. 弄清规定怎么说；\n2. 把要反映的事写清楚、交上去；\n3. 凭回执编号查进度。\n\n您想办哪件？直接说也行。',
        choices: choices('问规定', '我要检举控告', '查进度'),
      },
    ]
  if (text === '问规定' || text.includes('诬告'))
    return [
      {
        text: '记错了、听错了，和存心害人是两回事。不是有意诬陷，只是错告或者检举失实的，不按诬告处理〔2〕。\n许昌另有一份备案清单可以对照〔1〕。\n是不是诬告，只能由机关查清以后认定。',
        cites,
        choices: choices('怎样写才稳妥', '我要检举控告', '哪些事不归纪检监察机关受理，该找谁'),
      },
    ]
  if (text === '我要检举控告')
    return [
      { text: '好。您想实名，还是匿名？两种都收，随时可以停下。', choices: choices('实名', '匿名', '有什么不同') },
    ]
  if (text === '实名' || text === '匿名') return [{ text: '是什么时候的事？记不准说个大概就行，比如「去年八月」。' }]
  if (text.startsWith('改')) return [{ text: `好，「${text.slice(1)}」应该是什么？` }]
  if (text === '提交') {
    house.receipts.set('c1', receipt)
    return [
      {
        text: '已经交上去了。{{receipt}}\n请把最后四位数字发给我，好知道您已经抄好了。',
        receipt: true,
        case: 'c1',
      },
    ]
  }
  if (text === receipt.slice(-4)) {
    house.receipts.clear()
    return [{ text: '对上了。回执编号以后不会再显示。' }]
  }
  if (text === '多行') return [{ text: '第一行\n第二行 <img src=x onerror=alert(1)> **不加粗**' }]
  return [{ text: '我把您说的理了一下。', card, choices: choices('提交', '先不交，保留草稿') }]
}
