import { describe, expect, it } from 'vitest'
import { addsNothing, mark, maskNumbers, rewrite, teller, without } from '../../src/coach/index.ts'
import { type Labelled, lines, type Rewritten, rewriteFigures } from './figures.ts'
import { own, unbracketed } from './own.ts'

const path = (name: string) => new URL(name, import.meta.url).pathname
const neutral = (text: string, heardFrom?: string) =>
  rewrite(text, mark(text), heardFrom === undefined ? {} : { heardFrom })

describe('中性改写', () => {
  it.each([
    ['支书郝大山这个王八蛋前年把修渠的钢筋拉回家', '支书郝大山前年把修渠的钢筋拉回家'],
    ['他妈的，我跑了七趟还是不给盖章', '我跑了七趟还是不给盖章'],
    ['所长收了我三条烟，反正他就是个大贪官', '所长收了我三条烟'],
    ['把集体的树卖了两车反正他就是个大贪污犯', '把集体的树卖了两车'],
    ['何主任以权谋私，把摊位给了他表妹', '何主任把摊位给了他表妹'],
    ['何主任不要脸，去年让我给他报两万的票', '何主任去年让我给他报两万的票'],
    ['那伙强盗把我家苹果树砍了三十棵', '这些人把我家苹果树砍了三十棵'],
    ['他给亲戚批了三块地，全村人都知道', '他给亲戚批了三块地'],
    ['他跟包工头吃过无数次饭，钱是老板付的', '他跟包工头吃过饭，钱是老板付的'],
    ['肯定收了老板的钱，才把活给他干', '我估计收了老板的钱，才把活给他干'],
    ['他贪污了修路款八万元', '他拿了修路款八万元'],
    ['据传他把公车卖了三万块', '听说他把公车卖了三万块'],
    ['他拿的是邻居老杜的身份证411222199001011234去领的补贴', '他拿的是邻居老杜的身份证411****1234去领的补贴'],
    ['段主任的女儿段小芸在县一小四年级二班，择校费是老板交的', '段主任的女儿，择校费是老板交的'],
    ['支书老魏把路灯款领走了他就是个骗子我问了三次都不给看', '支书老魏把路灯款领走了，我问了三次都不给看'],
    ['葛所长收了我两条烟反正他这个人就是个大骗子还不给办事', '葛所长收了我两条烟，还不给办事'],
    ['他让我签空白收据我看他就是个贪污犯', '他让我签空白收据'],
    ['老板给他送了两箱酒所以说他就是贪官', '老板给他送了两箱酒'],
    ['老韩他收了我两千这不是受贿是什么', '老韩他收了我两千'],
    ['我交了三千块他不给收条纯粹是诈骗', '我交了三千块他不给收条'],
    ['聽講佢收咗老闆兩萬蚊總之佢就係個大貪官', '聽講佢收咗老闆兩萬蚊'],
    ['蔡校长草包一个，学校的操场修了三年没修好', '我反映的是蔡校长，学校的操场修了三年没修好'],
    ['宋队长无法无天，地界石被他挪了两米', '我反映的是宋队长，地界石被他挪了两米'],
    ['唐科长贪得无厌，一张证要八百', '唐科长一张证要八百'],
    ['狗官把我们的钱拿去买车了', '他把我们的钱拿去买车了'],
    ['计生办的泼妇堵在我家门口要五千块', '计生办的人堵在我家门口要五千块'],
    ['柜台那个势利小人看我穿得破就不给办', '柜台那个人看我穿得破就不给办'],
    ['他这是以权谋私，把公租房给了他干女儿', '他把公租房给了他干女儿'],
    ['他肯定跟质检的人打过招呼', '我估计他跟质检的人打过招呼'],
    ['他去年换了新车，有传言讲是沙场老板送的', '他去年换了新车，听说是沙场老板送的'],
    ['低保名单上的何大牛有乙肝，他拿着人家的化验单到处给人看', '他拿着人家的化验单到处给人看'],
  ])('%s → %s', (text, plainer) => {
    expect(neutral(text)).toBe(plainer)
  })

  it('没有可改的就不改：事实、听谁说的、掂量着说的，都照原话', () => {
    for (const text of ['2023年5月他让我签了三张空白收据', '我二婶讲他收过两条烟', '估计他跟中介分了钱', ''])
      expect(neutral(text)).toBeUndefined()
  })

  it('只剩骂人和下结论的话，改不出东西来，就不给改写稿', () => {
    for (const text of [
      '他就是个贪污犯',
      '畜生！',
      '村霸一个，无恶不作',
      '集体的山林让他卖得一棵不剩',
      '送礼的人把他家门槛都踏破了',
    ])
      expect(neutral(text)).toBeUndefined()
  })

  it('来源在别处说过，写成听谁说的，不写成事实', () => {
    expect(neutral('听说还收了老板两万块', '那是听我二婶说的')).toBe('听我二婶说还收了老板两万块')
    expect(neutral('收了老板两万块', '我二婶讲的')).toBe('听我二婶说，收了老板两万块')
    expect(neutral('收了老板两万块', '都是听来的')).toBe('听说，收了老板两万块')
    expect(teller('司机老白跟我说的')).toBe('司机老白')
    expect(teller('村里都在传')).toBeUndefined()
  })

  it('去掉推测的那一句，别的不动', () => {
    const text = '药商逢年过节给他送钱，他估计还分给了别人，我没见过'
    const guesses = mark(text).filter(({ kind }) => kind === 'speculation')
    expect(without(text, guesses)).toBe('药商逢年过节给他送钱，我没见过')
    expect(without('估计他分给了别人', mark('估计他分给了别人'))).toBeUndefined()
  })

  const byHand = lines<Rewritten>(path('rewrites.jsonl'))
  const labelled = lines<Labelled>(path('labelled-development.jsonl'))
  const ours = rewriteFigures(labelled, byHand)
  it('与人工改写相比：不添事实、不留辱骂和定性，大体相近', () => {
    expect(ours.addsNothing).toBe(1)
    expect(ours.clean).toBe(1)
    expect(ours.likeness).toBeGreaterThan(0.7)
  })

  it('凡是给出的改写稿，都不添东西，没有叠着的、悬着的标点', () => {
    const later = lines<Labelled>(path('labelled-later.jsonl'))
    for (const text of [...labelled, ...later]
      .map((one) => one.text)
      .concat(own.map((sentence) => unbracketed(sentence).text))) {
      const said = neutral(text)
      if (said === undefined) continue
      expect(addsNothing(text, said), said).toBe(true)
      expect(said).not.toMatch(/[，、；]{2}|^[，。、的]|[，、]$|[，、][。！？]/u)
      expect(
        mark(said).filter(({ kind }) => kind === 'insult' || kind === 'self_label'),
        said,
      ).toEqual([])
    }
  })
})

describe('不添东西', () => {
  const source = '我们村支书郝大山前年八月在柳树村修渠时收了包工头老白五万块，电话13900001111'
  it.each([
    '前年八月，郝大山在柳树村收了五万块',
    '据我了解，村支书郝大山收过包工头老白的钱',
    '包工头老白，电话139****1111',
  ])('可以：%s', (text) => {
    expect(addsNothing(source, text)).toBe(true)
  })
  it.each([
    '郝大山收了六万块',
    '郝大山前年九月收了五万块',
    '去年八月，郝大山收了五万块',
    '郝大山收了包工头李老白五万块',
    '郝大山和王小明收了五万块',
    '郝大山在杨树村收了五万块',
    '县水利局的郝大山收了五万块',
    '电话138****1111',
    '郝大山收了15万块',
  ])('不可以：%s', (text) => {
    expect(addsNothing(source, text)).toBe(false)
  })
})

describe('遮住号码', () => {
  it.each([
    ['身份证11010519491231002X', '身份证110****002X'],
    ['号码是 110105 19491231 002x 的那个', '号码是 110****002X 的那个'],
    ['身份证号：４１１２２２１９９００１０１１２３４', '身份证号：411****1234'],
    ['老证110105491231002', '老证110****1002'],
    ['钱打到4111 1111 1111 1111', '钱打到411****1111'],
    ['他的银行卡号6222020200001234567', '他的银行卡号622****4567'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked)
  })
  it.each([
    '三万六千元，合计120000元',
    '2023年5月12日，20230512',
    '合同编号4111111111111111',
    '4111111111111112',
    '工单号20230512000187，电话12388',
    '我的手机13812345678',
    '110105194912310021',
    '20个数的回执 1234 5678 9012 3456 7890',
  ])('照旧：%s', (text) => {
    expect(maskNumbers(text)).toBe(text)
  })
})
