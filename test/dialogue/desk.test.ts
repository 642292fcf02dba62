import { describe, expect, test } from 'vitest'
import { cases } from '../../bot/cases/index.ts'
import { namesMeant, readDesk } from '../../src/dialogue/index.ts'

const names = [
  ...new Set(cases.flatMap(({ states, moves }) => [...states.map(({ id }) => id), ...moves.map(({ title }) => title)])),
]

/** A command in one line: `claim R-1003`, `link 1003 > 1001`, `move this 已转办 | 属于清河镇`. */
function told(text: string): string {
  const { reads, rest } = readDesk(text, { names }) ?? { reads: [] }
  const lines = reads.map(({ command }) => {
    const ref = (one: object) => {
      const { type, number, letter, place } = one as { type: string; number?: number; letter?: string; place?: number } // a CaseRef
      return type === 'number' ? `${letter ? `${letter}-` : ''}${number}` : type === 'place' ? `#${place}` : 'this'
    }
    const { type, ...more } = command as { type: string; [part: string]: unknown } // looked at part by part
    return [
      type,
      ...Object.entries(more).map(([name, value]) =>
        typeof value === 'object' && value !== null ? (name === 'to' ? `> ${ref(value)}` : ref(value)) : String(value),
      ),
    ].join(' ')
  })
  return [...lines, ...(rest === undefined ? [] : [`+ ${rest}`])].join('; ')
}

describe('what an officer says to the desk', () => {
  test.each([
    ['今天有什么件', 'queue all'],
    ['今儿有啥件', 'queue all'],
    ['有哪些件要办', 'queue all'],
    ['待办', 'queue all'],
    ['我手上的', 'queue mine'],
    ['我手上还有几件', 'queue mine'],
    ['快到期的', 'queue soon'],
    ['哪些件快到期了？', 'queue soon'],
    ['今天到期的件', 'queue today'],
    ['已经超期的', 'queue overdue'],
    ['没人认领的件', 'queue free'],
    ['认领 R-1003', 'claim R-1003'],
    ['认领r1003', 'claim R-1003'],
    ['认领Ｒ－１００３', 'claim R-1003'],
    ['认领一千零三', 'claim 1003'],
    ['认领一零零三号', 'claim 1003'],
    ['认领第二件', 'claim #2'],
    ['认领最后一件', 'claim #-1'],
    ['1003我来办', 'claim 1003'],
    ['麻烦帮我认领1003吧，谢谢', 'claim 1003'],
    ['認領 R-1003', 'claim R-1003'],
    ['认令 1003', 'claim 1003'],
    ['任领1003', 'claim 1003'],
    ['认领', 'claim this'],
    ['放回', 'release this'],
    ['把这件放回去', 'release this'],
    ['并到1001 新事实单列', 'link this > 1001'],
    ['把1003并到1001去，把新的事实单独列出来', 'link 1003 > 1001'],
    ['R-1003 和 R-1001 并案', 'link R-1003 > R-1001'],
    ['併到1001，新事實單列', 'link this > 1001'],
    ['并到', 'link this'],
    ['撤销', 'undo this'],
    ['撤消', 'undo this'],
    ['取消 R-1003 的并案', 'undo R-1003'],
    ['有重复的吗', 'likely this'],
    ['问举报人要照片原件和时间', 'ask this 照片原件和时间'],
    ['问一下对方，当时还有谁在场？', 'ask this 当时还有谁在场'],
    ['请举报人补充照片原件', 'ask this 补充照片原件'],
    ['1003 问来信人付款是哪天', 'ask 1003 付款是哪天'],
    ['问举报人', 'ask this '],
    ['举报人是谁', 'identity this'],
    ['R-1003的举报人叫什么名字', 'identity R-1003'],
    ['看一下举报人的电话', 'identity this'],
    ['谁举报的这件', 'identity this'],
    ['导出登记表', 'paper this 登记表'],
    ['道出登记表', 'paper this 登记表'],
    ['下载 R-1003 的登记表', 'paper R-1003 登记表'],
    ['状态改成已转办 理由 属于清河镇管理权限', 'move this 已转办 属于清河镇管理权限'],
    ['狀態改成已轉辦 理由：屬於清河鎮管理權限', 'move this 已转办 屬於清河鎮管理權限'],
    ['状态该成已专办 理由 属于清河镇', 'move this 已转办 属于清河镇'],
    ['状态改成已转办', 'move this 已转办 '],
    ['状态改成', 'move this  '],
    ['这件不予受理 理由：不归我们管', 'move this 不予受理 不归我们管'],
    ['麻烦把1003转办 理由 归市场监管局', 'move 1003 转办 归市场监管局'],
    ['受理 R-1003', 'move R-1003 受理 '],
    ['R-1003 现在什么状态', 'look R-1003'],
    ['绑定 4827 1936', 'bind 48271936'],
    ['綁定48271936', 'bind 48271936'],
    ['解绑', 'unbind'],
    ['口令', 'help'],
    ['认领 R-1003，导出登记表', 'claim R-1003; paper this 登记表'],
    ['认领第一件然后看看有没有重复', 'claim #1; likely this'],
    ['认领 R-1003，重复举报怎么处理？', 'claim R-1003; + 重复举报怎么处理？'],
  ])('%s', (said, meant) => {
    expect(told(said)).toBe(meant)
  })

  test.each([
    '重复举报怎么处理？',
    '认领以后多久要办完',
    '认领，是什么意思',
    '什么叫重复件',
    '举报人是谁可以告诉被举报人吗',
    '实名举报多少天内告知受理',
    '撤销备案要什么手续',
    '请举报人补充材料有期限吗？',
    '导出登记表要谁批',
    '什么情况可以不予受理',
    '不予受理的情形有哪些',
    '转办要什么理由',
    '受理',
    '件',
    '我要举报我们镇长收钱',
    '领导让我问举报人怎么写的材料',
    '',
  ])('an ordinary question stays one: %s', (said) => {
    expect(readDesk(said, { names })).toBeUndefined()
  })

  test('words that anybody says are a command only where the desk was spoken to', () => {
    for (const said of ['是', '确认', '不', '撤销', '帮助', '这件', '第二件', '下一页'])
      expect(readDesk(said, { names })?.reads.map(({ soft }) => soft)).toEqual([true])
    for (const said of ['认领 R-1003', '今天有什么件', '导出登记表'])
      expect(readDesk(said, { names })?.reads.map(({ soft }) => soft)).toEqual([undefined])
  })

  test('a word put right is marked, so that what cannot be undone is asked about', () => {
    expect(readDesk('状态该成已专办 理由 属于清河镇', { names })?.reads[0]?.repaired).toBe(true)
    expect(readDesk('状态改成已转办 理由 属于清河镇', { names })?.reads[0]?.repaired).toBeUndefined()
  })

  test('an office calls one thing by several names', () => {
    expect(namesMeant('转办', ['待受理', '已转办'])).toEqual(['已转办'])
    expect(namesMeant('己转办', ['待受理', '已转办'])).toEqual(['已转办'])
    expect(namesMeant('已专办', ['待受理', '已转办'])).toEqual(['已转办'])
    expect(namesMeant('飞了', ['待受理', '已转办'])).toEqual([])
  })

  test('what is too long to be a command is none, however it begins', () => {
    expect(readDesk(`认领 R-1003 ${'啊'.repeat(100_000)}`, { names })).toBeUndefined()
    expect(readDesk('认领'.repeat(500), { names })).toBeUndefined()
    const reason = '属于清河镇管理权限'.repeat(100)
    expect(told(`状态改成已转办 理由 ${reason}`)).toBe(`move this 已转办 ${reason}`)
  })
})
