import type { Answers } from '../../src/flow/index.ts'

/** Reports as people write them, made from a number and always the same: for figures at size, and not for reading. */
export function reportOf(n: number): { readonly answers: Answers; readonly area: string; readonly heard: string[] } {
  const of = <T>(list: readonly T[], turn = 1): T => list[Math.floor(n / turn) % list.length]!
  const town = `${of(first)}${of(second, 7)}镇`
  const village = `${of(second, 3)}${of(first, 11)}村`
  const name = `${of(surnames)}${of(given, 13)}${of(given, 29)}`
  const year = 2020 + (n % 6)
  const month = String(1 + (n % 12)).padStart(2, '0')
  const yuan = 1000 * (1 + (n % 90))
  const what = `${of(['去年', '前年', '今年春上', '修路那阵', '分地的时候'])}，${town}${village}的${name}把${of(goods, 5)}${of(deeds, 2)}，前后${1 + (n % 9)}回，数目大概${yuan}元，在场的有${of(surnames, 3)}会计和开三轮车的${of(surnames, 17)}师傅，村里好几户都看见了。`
  const second_ = `后来有人去问，他说是${of(excuses, 3)}，账上写的却是${of(goods, 2)}款，第${100 + (n % 8000)}号凭证，至今没有公示。`
  const words: readonly (readonly [string, unknown])[] = [
    ['mode', '匿名'],
    ['respondents[0].name', name],
    ['respondents[0].post', of(posts)],
    ['respondents[0].unit', `${town}${village}`],
    ['facts[0].what', what],
    ['facts[0].time', { text: `${year}年${month}月`, from: `${year}-${month}-01`, to: `${year}-${month}-28` }],
    ['facts[0].known_by', '亲见'],
    ['facts[0].place', `${village}${of(['东头', '西头', '村部', '晒谷场', '小学旁'])}`],
    ['facts[1].what', second_],
    ['facts[1].amount', { text: `${yuan}元`, min: yuan, max: yuan }],
    ['evidence', ['记账本照片', `${of(surnames, 5)}会计知道`]],
  ]
  return {
    answers: Object.fromEntries(
      words.map(([path, value], turn) => [
        path,
        { is: 'given', value, said: typeof value === 'string' ? value : '', turn: turn + 1 } as Answers[string],
      ]),
    ),
    area: `河南省${of(cities)}`,
    heard: [`我要举报${name}`, what, second_, '没有了'],
  }
}

const first = ['柳', '石', '清', '双', '大', '小', '南', '北', '龙', '白', '青', '高']
const second = ['河', '桥', '岗', '庙', '庄', '湾', '岭', '塘', '沟', '集', '店', '坪']
const surnames = ['周', '李', '王', '赵', '陈', '刘', '孙', '吴', '郑', '冯', '魏', '秦', '许', '何', '吕', '施', '张']
const given = [
  '明',
  '秀',
  '建',
  '国',
  '海',
  '峰',
  '玉',
  '兰',
  '志',
  '强',
  '春',
  '生',
  '庆',
  '林',
  '平',
  '华',
  '文',
  '武',
]
const posts = ['村党支部书记', '村委会主任', '会计', '副镇长', '民政所长', '采购科科长', '校长', '卫生院院长']
const goods = [
  '救灾款',
  '修路的水泥',
  '低保名额',
  '水渠工程',
  '药品回扣',
  '征地补偿',
  '小学营养餐',
  '林地租金',
  '扶贫羊',
]
const deeds = ['拉回自己家用了', '转到他弟弟账上', '卖给了外村的人', '没开会就定了', '照顾给了亲戚', '只发了一半']
const excuses = ['招待用了', '上面要的', '借的，以后还', '误工补助', '大家同意的']
const cities = ['许昌市', '漯河市', '开封市', '周口市', '南阳市', '信阳市', '洛阳市', '安阳市']
