import type { Review } from '../../publishing/index.ts'
import type { TextNeed, TextRow } from '../../runtime/index.ts'

const needs: Readonly<Record<TextNeed, readonly [name: string, option: string]>> = {
  title: ['名称', '--title 名称'],
  region: ['地区', '--region 许昌市（全国的写 全国）'],
  authority: ['效力', '--authority 官方答问（或 新闻报道、调研材料；写 正式条文 的还要 --from 施行日期）'],
  issuer: ['发文机关', '--issuer 发文机关'],
  from: ['施行日期', '--from 2026-01-01（文件里没有写的，填 不详）'],
}

/** What must still be said, and how. Only a regulation has a day from which it is in force, so its kind is asked for first. */
export function needWords(all: readonly TextNeed[]): string {
  const missing = all.includes('authority') ? all.filter((need) => need !== 'from') : all
  const names = missing.map((need) => needs[need][0]).join('、')
  return `这几项读不出来：${names}。请补上：${missing.map((need) => needs[need][1]).join(' ')}`
}

export const needNames = (missing: readonly TextNeed[]): string => missing.map((need) => needs[need][0]).join('、')

export const titleOf = ({ says, file }: TextRow): string => (says.title ? `《${says.title}》` : file.name)

/** What a second person must see before publishing, for a terminal. */
export function reviewLines({ row, notes, characters, outline, changes, impact, matches }: Review): readonly string[] {
  const { says } = row
  return [
    `${titleOf(row)}  ${row.id}  ${stateWords(row)}`,
    `${says.region ?? '地区未填'}，${says.authority ?? '效力未填'}，${says.issuer ?? '发文机关未填'}，施行日期 ${says.from ?? '未填'}`,
    `共 ${characters} 字：${outline.counts.map(({ level, count }) => `${count} ${level}`).join('、')}`,
    ...notes,
    ...(row.missing.length > 0 ? [`还缺：${needNames(row.missing)}`] : []),
    '',
    ...(changes ? changeLines(changes) : ['没有可比的上一版。']),
    '',
    `和摘要对上的条款（${matches.length}）：`,
    ...matches.map(({ clause, passages }) => `  ${clause} ← ${passages.map(({ label }) => label).join('、')}`),
    ...impactLines(impact),
  ]
}

function changeLines(changes: readonly Change[]): readonly string[] {
  const lines = changes.flatMap(changeLine)
  return lines.length === 0 ? ['和上一版逐条比过，条款没有变化。'] : ['和上一版比，有变化的条款：', ...lines]
}

type Change = NonNullable<Review['changes']>[number]

function changeLine(change: Change): readonly string[] {
  switch (change.type) {
    case 'same':
      return []
    case 'added':
      return [`+ ${change.after.label}：${flat(change.after.text)}`]
    case 'removed':
      return [`- ${change.before.label}：${flat(change.before.text)}`]
    case 'moved':
      return [`= ${change.before.label} 改为 ${change.after.label}，文字没有变`]
    case 'changed':
      return [
        `- ${change.before.label}：${flat(change.before.text)}`,
        `+ ${change.after.label}：${flat(change.after.text)}`,
      ]
  }
}

function impactLines({ clauses, ours, sealedDrafts, cases }: Review['impact']): readonly string[] {
  if (clauses.length === 0) return []
  return [
    '',
    `这些变化涉及摘要的 ${clauses.length} 条，发布后请逐项看一遍：`,
    ...clauses.map(({ clause, why }) => `  ${clause}（${whys[why]}）`),
    ...ours.map(({ kind, id, title, cites }) => `  ${kind} ${title}（${id}）：${cites.join('、')}`),
    ...(sealedDrafts > 0 ? [`  正在填和凭草稿码保存的表一共 ${sealedDrafts} 份，内容封着，看不到是哪张表`] : []),
    ...(cases.length > 0 ? [`  没办结的件：${cases.map(({ number }) => number).join('、')}`] : []),
  ]
}

const whys = { removed: '删掉了', changed: '改了', moved: '换了条号' } as const

export function stateWords(row: TextRow): string {
  if (row.state === 'published') return `已发布（${row.text} 第 ${row.edition} 版）`
  return row.state === 'waiting' ? '等人核对' : '已撤回'
}

/** One line for a terminal, whatever breaks the text had. */
const flat = (text: string) => text.replace(/\s+/gu, ' ').trim()
