import { Fault, Refused } from '../base/index.ts'
import { Undo } from './engine.ts'

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_FULL|^53100|^ENOSPC/, '磁盘已满，请腾出空间'],
  [/^SQLITE_READONLY|^25006|^EROFS/, '数据库是只读的，请检查数据目录的权限，或 PostgreSQL 是否切到了备库'],
  [/^SQLITE_IOERR/, '磁盘读写出错，请检查磁盘，然后重启本程序'],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB|^XX00/, '数据库文件已损坏，请停止本程序并从备份恢复'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, '数据库文件被别的程序占用'],
  [/^SQLITE_CONSTRAINT|^23/, '内容与已有的行冲突'],
  [/^53300/, 'PostgreSQL 的连接数已用完'],
  [/^28|^3D000|^42501/, 'PostgreSQL 不接受这个账号、库名或权限'],
  [/^40P01|^40001|^55P03|^57014/, '数据库太忙'],
  [/^E[A-Z]+$|^08|^57P/, '数据库连不上'],
]

/**
 * A database error as the rest of the house may see it: a refusal whose cause names the driver's code and nothing else,
 * because drivers put SQL and values into their messages.
 */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refused || error instanceof Fault || error instanceof Undo) return error
  if (isOurs(error)) return error
  return new Refused('notSaved', { cause: new Fault([`数据库：${reason(error)}。`]), retryAfter: 5 })
}

/** One clause for the operator: why the database refused, what to do, and the driver's code. */
export function reason(error: unknown): string {
  const code = codeOf(error)
  const known = reasons.find(([pattern]) => pattern.test(code))
  return `${known?.[1] ?? '没有完成'}（${code}）`
}

/** The driver's code: `SQLITE_FULL`, an SQLSTATE, `ECONNREFUSED`; or the error's kind where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  // Node puts several failed addresses into one AggregateError whose own code may be missing.
  const inner = error instanceof AggregateError ? error.errors[0] : undefined
  const code = (error as { code?: unknown }).code ?? (inner as { code?: unknown } | undefined)?.code
  if (typeof code === 'string') return code
  return /terminated|timeout|closed|destroyed|not open/i.test(error.message) ? 'ECONNECTION' : error.name
}

/** A mistake in this program, which must not be dressed up as the database's. */
function isOurs(error: unknown): boolean {
  const kinds = [TypeError, RangeError, ReferenceError, SyntaxError]
  return kinds.some((kind) => error instanceof kind) && codeOf(error) !== 'ECONNECTION'
}
