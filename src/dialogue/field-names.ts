import { type Field, type Flow, fieldsOf } from '../flow/index.ts'

/** Every name people may call a field by: its label, its other names, the label without its end, and what its kind is called by. */
export function namesOf(flow: Flow, path: string): readonly string[] {
  const field = fieldsOf(flow).get(path.replace(/\[\d+\]/, '[]'))
  if (!field) return []
  const own = [field.label, ...field.aka]
  return [...new Set([...own, ...own.flatMap((name) => variants(field, name)), ...byKind(flow, field)])]
}

/** 另有线索 for 另有线索在查; 开会那天 for 开会日期. */
function variants(field: Field, name: string): readonly string[] {
  const head: string[] = name.length >= 6 && /^[\p{Script=Han}]+$/u.test(name) ? [name.slice(0, 4)] : []
  const short = name.length === 4 ? [/^(.{2})(?:材料|情况|线索|措施)$/u, /^.{2}(领导|单位|措施|日期|方式)$/u] : []
  for (const part of short) head.push(...(part.exec(name)?.slice(1) ?? []))
  const stem = field.kind === 'period' ? /^(.{2,})(?:日期|时间)$/u.exec(name)?.[1] : undefined
  return stem === undefined ? head : [...head, `${stem}那天`, `${stem}的日子`, `${stem}的日期`, `${stem}的时间`]
}

const KINDS: Partial<Record<Field['kind'], readonly string[]>> = {
  amount: ['钱数', '数额', '金额', '钱'],
  phone: ['电话号码', '手机号码', '联系方式', '号码', '电话', '手机'],
  period: ['时间', '日期', '日子', '时候'],
}

/** 钱数, 号码, 日子: where the form has one field of that kind, it needs no other name. */
function byKind(flow: Flow, field: Field): readonly string[] {
  const words = KINDS[field.kind]
  const same = [...fieldsOf(flow).values()].filter((f) => f.kind === field.kind)
  return words !== undefined && same.length === 1 ? words : []
}
