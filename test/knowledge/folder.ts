import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A small sound knowledge folder, with the files given put in its place or added (an empty text leaves the file out). */
export function folder(changed: Readonly<Record<string, string>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'qingwen-knowledge-'))
  for (const [path, text] of Object.entries({ ...sound, ...changed })) {
    if (text === '') continue
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

/** The sound instrument with one piece of its text exchanged. */
export function instrument(from = '', to = ''): string {
  const text = sound['instruments/xuchang/filing.yaml']
  if (!text.includes(from)) throw new Error(`the sample does not say: ${from}`)
  return text.replace(from, to)
}

/** The sound guide with another body. */
export function guide(body: string): string {
  return sound['guides/filing.md'].replace(/许昌可以[\s\S]*$/, body)
}

const sound: Readonly<Record<'instruments/xuchang/filing.yaml' | 'guides/filing.md', string> & Record<string, string>> =
  {
    'instruments/xuchang/filing.yaml': `
id: xuchang.filing
title: 许昌备案办法
region: 许昌市
issuer: 许昌市纪委监委
authority: 官方答问
held: digest
validity: { note: 2023年出台 }
source: { title: 答记者问, kind: 官方答问 }
clauses:
  - { id: xuchang.filing.positive.1, label: 第（一）项, text: 攻坚克难的可以备案。, grade: B, words: [硬着头皮干] }
  - id: xuchang.filing.positive.2
    label: 第（二）项
    text: 先行先试的可以备案。
    grade: B
    relations: [{ kind: limits, to: xuchang.filing.notimmune }]
  - { id: xuchang.filing.notimmune, label: 备案不是免责, text: 备案不是免责承诺。, grade: inferred, status: practice }
  - { id: xuchang.filing.other, label: 另一份文件, text: 只有名称。, grade: B, status: name-only, region: 长葛市 }
lists:
  - { id: xuchang.filing.positive, title: 两种情形, items: [xuchang.filing.positive.1, xuchang.filing.positive.2] }
`,
    'instruments/national/psl.yaml': `
id: psl
title: 治安管理处罚法
region: 全国
issuer: 全国人大常委会
authority: 正式条文
held: digest
validity: { from: 2026-01-01 }
source: { title: 条文, kind: 转述 }
clauses:
  - id: nat.psl.50
    label: 第50条
    article: 第50条
    formerly: [{ article: 第42条, until: 2025-12-31 }]
    text: 诬告陷害的，依第50条处罚；旧法是第四十二条。
    grade: A
  - { id: nat.psl.20, label: 第20条, article: 第20条, text: 情节轻微的从轻。, grade: A, answerable: false }
`,
    'guides/filing.md': `---
id: filing
title: 怎么备案
asks: [怎么备案, 能不能提前报备]
region: 许昌市
audience: cadre
suggestions: [备案后还追责吗]
flow: tolerance-check
---
# 怎么备案
许昌可以备案的有两种。[xuchang.filing.positive.1][xuchang.filing.positive.2] 备案不是免责。[xuchang.filing.notimmune]

- 诬告陷害依第50条处罚。[nat.psl.50]
`,
    'words.yaml': '- { say: [先上车后补票], text: [程序瑕疵] }\n',
    'places.yaml': `
cities:
  河南省: 许昌市 南阳市
  湖南省: 湘潭市 湘西土家族苗族自治州
  吉林省: 长春市 吉林市
counties:
  许昌市: 长葛市
  湘潭市: 湘潭县
shorts: { 南阳市: 宛 }
whole: 长葛市
`,
    'calendar.yaml': `
coveredFrom: 2026-01-01
coveredUntil: 2026-12-31
years:
  - { year: 2026, notice: 通知, holidays: [{ name: 元旦, from: 2026-01-01, to: 2026-01-03 }], work: [2026-01-04] }
`,
  }
