import { setTimeout as wait } from 'node:timers/promises'
import { liveContent, openContent } from '../../src/assembly.ts'
import { type Library, stock } from '../../src/knowledge/index.ts'
import type { OriginalText } from '../../src/originals/index.ts'
import { original } from '../support/originals.ts'
import { ms, quantile, table } from './figures.ts'
import { questions } from './questions.ts'

const today = '2026-11-23'
const perSecond = 200
const rebuilds = 20
const articles = 60
/** Passages of originals beside the digest; `--clauses 60000` measures another size. */
const usualClauses = 3000

/**
 * Two hundred questions a second while the library changes twenty times between two versions, each of whose originals say in
 * every sentence which they are; beside the same load without a change. Fails if an answer fails or mixes versions.
 */
export async function rebuildBench(): Promise<string> {
  const flag = process.argv.indexOf('--clauses')
  const clauses = flag < 0 ? usualClauses : Number(process.argv[flag + 1])
  const digest = openContent()
  const content = liveContent(digest, () => today)
  const versions = ['甲', '乙'].map((mark) => textsOf(mark, clauses))
  const libraries = new Map(
    versions.map((texts) => {
      const library = stock(digest.library, texts)
      return [library.version.slice(0, 12), library]
    }),
  )
  await content.restock(versions[0] ?? [])
  // The first thread compiles what all later ones run, and the first questions warm up the answerer.
  await content.restock(versions[1] ?? [])
  const ask = (text: string) => content.answerer.answer({ text, today, sideBySide: true })
  await load(ask, 200, () => false)

  const still = await load(ask, perSecond * 10, () => false)
  let built = 0
  let took = 0
  const building = (async () => {
    const start = performance.now()
    for (; built < rebuilds; built++) await content.restock(versions[built % 2] ?? [])
    took = performance.now() - start
  })()
  const moving = await load(ask, Number.POSITIVE_INFINITY, () => built === rebuilds)
  await building

  const faults = [...still.answers, ...moving.answers].flatMap((found) => faultsOf(found, libraries))
  const seen = new Set(moving.answers.map(({ version }) => version))
  if (faults.length > 0) throw new Error(`${faults.length} answers failed or mixed versions, the first: ${faults[0]}`)
  if (seen.size < 2) throw new Error('the load saw one version only')
  const row = (name: string, { times, answers }: Load) => [
    name,
    String(answers.length),
    ms(quantile(times, 0.5)),
    ms(quantile(times, 0.99)),
    ms(quantile(times, 1)),
    '0',
  ]
  return [
    table(
      [
        `${perSecond} questions a second, ${libraries.values().next().value?.clauses.size} clauses`,
        'asked',
        'p50',
        'p99',
        'longest',
        'faults',
      ],
      [row('library at rest', still), row(`${rebuilds} rebuilds`, moving)],
    ),
    `one rebuild, with its thread, takes ${ms(took / rebuilds)}; every answer came from one whole version, ${seen.size} were seen`,
  ].join('\n')
}

type Answer = Awaited<ReturnType<ReturnType<typeof openContent>['answerer']['answer']>>
interface Load {
  readonly times: readonly number[]
  readonly answers: readonly Answer[]
}

/** Asks on time, whether or not the last answer is there; a question is late from when it was due, so a stall counts for all it held up. */
async function load(ask: (text: string) => Promise<Answer>, count: number, over: () => boolean): Promise<Load> {
  const asked = [...questions().filter((_, n) => n % 4 === 0), ...own]
  const times: number[] = []
  const answers: Answer[] = []
  const start = performance.now()
  for (let n = 0; n < count && !over(); n++) {
    const due = start + (n * 1000) / perSecond
    // Late or not, the rest of the process gets its turn, as it does between two requests.
    await wait(Math.max(0, due - performance.now()))
    answers.push(await ask(asked[(n * 13) % asked.length] ?? ''))
    times.push(performance.now() - due)
  }
  return { times, answers }
}

function faultsOf(found: Answer, libraries: ReadonlyMap<string, Library>): readonly string[] {
  const library = libraries.get(found.version ?? '')
  if (found.outcome === 'unavailable' || !library) return [`${found.outcome} ${found.version}`]
  const mark = library.instruments.at(-1)?.issuer ?? ''
  const other = mark === '甲' ? '乙' : '甲'
  return [
    ...found.cites
      .filter(({ id, quote }) => !library.clauses.has(id) || (quote !== undefined && !quote.includes(`${mark}版`)))
      .map(({ id }) => `${id} is of another version than ${found.version}`),
    ...(found.text.includes(`${other}版`) ? [`told of ${other} in ${mark}`] : []),
  ]
}

const nouns =
  '晒谷场 石磨 水渠 粮仓 账本 耕牛 打谷机 池塘 竹林 茶园 果树 蜂箱 渔网 木桥 水车 油坊 砖窑 布匹 药田 桑树'.split(' ')
const deeds =
  '看管 登记 修理 出借 清点 交接 抽查 公示 轮换 停用 翻晒 浇灌 收割 分配 保存 盘点 验收 报备 加固 清洗'.split(' ')
const people = '村民小组 保管员 会计 水管员 护林员 记账人 值班人 民兵 放牛人 代表'.split(' ')
const own = nouns.flatMap((noun, n) => [`${noun}由谁${deeds[n]}`, `${noun}多久${deeds[(n + 7) % 20]}一次`])

function textsOf(mark: string, clauses: number): readonly OriginalText[] {
  let seed = 7
  const next = (list: readonly string[]) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return list[(seed >>> 8) % list.length] ?? ''
  }
  const sentence = (n: number) =>
    `第${numeral(n + 1)}条　${mark}版规定，${next(nouns)}由${next(people)}${next(deeds)}，每${next(['日', '旬', '月', '季'])}${next(deeds)}一次，${next(nouns)}另行${next(deeds)}，由${next(people)}签字。`
  return Array.from({ length: Math.ceil(clauses / articles) }, (_, t) =>
    original(
      Array.from({ length: articles }, (_, n) => sentence(n)),
      { id: `t${t + 1}`, title: `青禾${next(nouns)}${t}号规定`, issuer: mark },
    ),
  )
}

function numeral(n: number): string {
  const digits = '零一二三四五六七八九'
  const tens = n < 10 ? '' : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十`
  return `${tens}${n % 10 === 0 ? '' : digits[n % 10]}`
}
