import { plainText } from '../../base/index.ts'
import type { DeskCommand, DeskRead, DeskWords } from './command.ts'
import { type Line, lines } from './lines.ts'
import { namesMeant } from './names.ts'
import { soundingRight } from './sounds.ts'

/** No command without words of one's own is longer. */
const shortCommand = 60
const openLines = lines.filter(({ open }) => open)
/** Where a command is: what stands behind it are words of one's own, which nobody puts right. */
const head = 48
/** Longer texts are no command; a reason may have 1,000 characters. */
const longest = 1200

/** What was read of one message. */
export interface DeskReads {
  readonly reads: readonly DeskRead[]
  /** What stands behind the commands and is none. */
  readonly rest?: string
}

/**
 * Reads what an officer says to the desk: one command, several, or several and something else behind them.
 *
 * @returns absent for everything that is not a command from its beginning to its end or to a mark.
 */
export function readDesk(text: string, words: DeskWords): DeskReads | undefined {
  // Runs of blanks and marks say nothing, and would cost time.
  const said = text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/([,，、:：;；。])[\s,，、:：;；。]+/gu, '$1')
  if (said === '' || text.length > longest) return undefined
  const one = readOne(said, words)
  if (one) return { reads: [one] }
  // 认领 R-1003，导出登记表
  const parts = said.split(BETWEEN).filter((part) => part.trim() !== '')
  if (parts.length < 2 || parts.length > 4) return undefined
  const reads: DeskRead[] = []
  for (const part of parts) {
    const read = readOne(part.trim(), words)
    if (!read || read.soft) break
    reads.push(read)
  }
  if (reads.length === parts.length) return { reads }
  // 认领，是什么意思: only what names a case is a command whatever follows.
  return reads.length > 0 && reads.every(namesCase) ? { reads, rest: parts.slice(reads.length).join('，') } : undefined
}

const BETWEEN = /[,，;；。\n]+(?:\s*(?:然后|接着|再|顺便|同时))?|\s*(?:然后|接着|顺便|同时)\s*/u

const namesCase = ({ command }: DeskRead): boolean =>
  ('case' in command && command.case.type !== 'this') || (command.type === 'link' && command.to !== undefined)

function readOne(said: string, words: DeskWords): DeskRead | undefined {
  const even = inOneSpelling(said)
  const typed = matched(even, said, words)
  if (typed) return typed
  const right = soundingRight(even.slice(0, head), words.names) + even.slice(head)
  const read = right === even ? undefined : matched(right, said, words)
  return read && { ...read, repaired: true }
}

function matched(even: string, said: string, { names }: DeskWords): DeskRead | undefined {
  const whole = even.replace(TAIL, '')
  const own = ownWords(even, said)
  // 请举报人补充…: what is polite in one sentence is the word itself in another.
  for (const text of new Set([whole, whole.replace(LEAD, '')]))
    for (const line of text.length > shortCommand ? openLines : lines) {
      const command = readLine(line, text, own)
      if (command && !(line.named && command.type === 'move' && namesMeant(command.to, names).length === 0))
        return { command, ...(line.soft ? { soft: true } : {}) }
    }
  return undefined
}

function readLine(line: Line, text: string, own: (part?: string) => string): DeskCommand | undefined {
  for (const pattern of line.says) {
    const found = pattern.exec(text)
    const command = found && line.means(found.groups ?? {}, own)
    if (command) return command
  }
  return undefined
}

/** Simplified, narrow, lower case, one blank where there were several; as long as before wherever that can be. */
const inOneSpelling = (text: string): string => plainText(text).replace(/[\s\u3000]/g, ' ')

/**
 * The officer's own words for a part of the text: what goes to a person or into the file is as it was typed.
 */
function ownWords(even: string, said: string): (part?: string) => string {
  return (part) => {
    if (part === undefined) return said
    const at = even.lastIndexOf(part)
    const original = at < 0 || even.length !== said.length ? part : said.slice(at, at + part.length)
    return original.replace(/^[\s:：,，、;；。]+/u, '').trim()
  }
}

/** What people say before it. */
const LEAD =
  /^(?:(?:请|麻烦|帮我|帮忙|替我|我想|我要|我来|那就|那么|那|好的|好|嗯|行|先|你好|您好|@?清问)[\s,，、]*(?!是谁))+(?=.{2})/u
/** And behind it. */
const TAIL = /(?:[\s,，。.!！~～?？]|吧|呗|呢|哈|哦|啊|谢谢你?|谢了|多谢|辛苦了?|一下$)+$/u
