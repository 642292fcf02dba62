import { readingsOf } from '../../base/index.ts'

/** Words that make a command. */
const WORDS = [
  ...['认领', '领取', '放回', '退回', '释放', '并到', '并入', '并案', '合并', '归并', '关联', '撤销', '撤回', '取消'],
  ...['举报人', '来件人', '来信人', '反映人', '追问', '补问', '导出', '下载', '登记表', '回访记录', '申请书', '澄清函'],
  ...['状态', '改成', '改为', '变成', '设为', '理由', '原因', '重复', '单列', '事实', '什么件', '手上', '到期', '超期'],
  ...['逾期', '待办', '办件', '队列', '这件', '查看', '帮助', '口令', '绑定', '解绑', '解除', '确认', '身份', '是谁'],
]

/** Characters often typed for others that look alike; wherever a name of the office has the second. */
const LOOKS: Readonly<Record<string, string>> = { 己: '已', 巳: '已', 末: '未', 夲: '本', 甶: '由' }

/**
 * Puts words of commands right where other characters of the same sound stand for them, without changing the length.
 *
 * @param names states and moves of the office, put right as well. @returns the text as it is, if nothing was wrong.
 */
export function soundingRight(text: string, names: readonly string[]): string {
  let out = [...text].map((c) => LOOKS[c] ?? c).join('')
  if (out.length !== text.length) return text
  // The longest first, so that 回访记录 is not taken apart.
  for (const word of wordsWith(names)) {
    if (word.length < 2) continue
    for (let at = 0; at + word.length <= out.length; at++) {
      const typed = out.slice(at, at + word.length)
      if (typed !== word && !whole(out, at, typed) && alike(typed, word))
        out = out.slice(0, at) + word + out.slice(at + word.length)
    }
  }
  return out
}

/** The words of commands and of this office, the longest first; sorted once for an office. */
function wordsWith(names: readonly string[]): readonly string[] {
  const known = sorted.get(names)
  if (known) return known
  const words = [...new Set([...WORDS, ...names])].sort((a, b) => b.length - a.length)
  sorted.set(names, words)
  return words
}
const sorted = new WeakMap<readonly string[], readonly string[]>()

/** What stands there is a right word of a command by itself, or part of one. */
const whole = (text: string, at: number, typed: string): boolean =>
  WORDS.some((word) => word.includes(typed) || text.slice(at, at + word.length) === word)

function alike(typed: string, word: string): boolean {
  const pairs = [...word].map((right, n) => [typed.charAt(n), right] as const)
  // A word of two with no right character in it is another word, but for those that sound like nothing else.
  const right = pairs.filter(([is, wanted]) => is === wanted).length
  if (right === 0 && !ALONE.has(word)) return false
  return pairs.every(([is, wanted]) => is === wanted || sameSound(is, wanted))
}

/** Nothing else anybody says to an office sounds so. */
const ALONE: ReadonlySet<string> = new Set(['认领', '登记表', '举报人', '导出'])

const sameSound = (a: string, b: string): boolean => {
  const wanted = readingsOf(b)
  return readingsOf(a).some((reading) => wanted.includes(reading))
}
