import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Press, Proposed } from '../../src/publishing/index.ts'
import type { Store, TextRow } from '../../src/runtime/index.ts'
import { openStore } from '../../src/store/index.ts'
import { pressFor, regulation, said, txt } from '../support/press.ts'
import { scratchFolder } from '../support/scratch.ts'
import { seals } from '../support/seals.ts'
import { handedIn, talked, turn } from '../support/turns.ts'

const at = '2026-11-23T09:30:00+08:00'
const zhang = 'officer:1'
const li = 'officer:2'

let store: Store
let press: Press
let folder: ReturnType<typeof scratchFolder>
beforeEach(async () => {
  folder = scratchFolder()
  store = await openStore({ dataDir: folder.path, seals })
  press = pressFor(store, () => at)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const kept = (come: Proposed): TextRow => {
  if (come.type !== 'kept') throw new Error(JSON.stringify(come))
  return come.row
}
const propose = async (text: string, more: object = {}) =>
  kept(await press.propose(txt(text), { ...said, ...more }, zhang))
const publish = ({ id, revision }: TextRow, by = li) => press.publish({ id, revision, by })
const published = async (text: string, more: object = {}) => (await publish(await propose(text, more))).row

describe('a file that is handed in', () => {
  it('becomes a proposal with its passages and the digest clauses it carries, none of the neighbour’s', async () => {
    const row = await propose(regulation())
    expect(row).toMatchObject({ state: 'waiting', missing: [], says: said, carried: 2 })
    const proposal = await store.texts.open(row.id)
    expect(Object.keys(proposal!.carries).sort()).toEqual(['qinghe.filing.when', 'qinghe.filing.who'])
    for (const { text, start, end } of proposal!.passages) expect(proposal!.text.slice(start, end)).toBe(text)
    const { matches, unmatched } = await press.review(row.id)
    expect(matches.map(({ label, passages }) => [label, passages[0]?.text])).toContainEqual([
      '第3条',
      expect.stringContaining('十个工作日'),
    ])
    expect(unmatched).toEqual([])
  })

  it('is asked for what cannot be read, and nothing is kept or guessed', async () => {
    const come = await press.propose(txt('有一段话，没有名称也没有机关。\n又有一段话。\n'), {}, zhang)
    expect(come).toMatchObject({ type: 'missing', missing: ['title', 'region', 'authority', 'issuer', 'from'] })
    expect(await store.texts.list()).toEqual([])
  })

  it('is an official’s answers to the press where it says so, and needs no day from which it is in force', async () => {
    const answers = [
      '清河发文：报备有了新办法',
      '2026-05-06 09:30    来源：清河日报',
      '近日，市里有关负责人就报备办法回答了记者提问。',
      '问：什么时候报备？',
      '答：动手以前报备。',
    ].join('\n')
    const row = kept(await press.propose(txt(answers), {}, zhang))
    expect(row.says).toEqual({
      title: '清河发文：报备有了新办法',
      region: '清河市',
      authority: '官方答问',
      issuer: '清河日报',
      issued: '2026-05-06',
      from: '不详',
    })
    const report = await press.propose(txt(answers.replace('回答了记者提问', '谈了看法')), {}, zhang)
    expect(report).toMatchObject({ type: 'missing', missing: ['authority', 'issuer', 'from'] })
    const rule = await press.propose(txt(`${answers}。`), { authority: '正式条文' }, zhang)
    expect(rule).toMatchObject({ type: 'missing', missing: ['issuer', 'from'] })
    const dated = kept(await press.propose(txt(`${answers}写明理由。`), { from: '2026-05-01' }, zhang))
    expect(dated.says.from).toBe('2026-05-01')
  })

  it('may be kept incomplete, and completed by who proposed it', async () => {
    const row = kept(await press.propose(txt(regulation()), { title: said.title }, zhang, { incomplete: true }))
    expect(row.missing).toContain('authority')
    await expect(publish(row)).rejects.toMatchObject({ code: 'textIncomplete' })
    const place = { id: row.id, revision: row.revision }
    await expect(press.amend({ ...place, by: li }, said)).rejects.toMatchObject({ code: 'textProposerOnly' })
    const amended = await press.amend({ ...place, by: zhang }, said)
    expect(amended).toMatchObject({ missing: [], carried: 2 })
  })

  it.each([
    [{ region: '天上' }, '没有「天上」这个地区'],
    [{ from: '明年' }, '施行日期的写法'],
    [{ authority: '编写建议' }, '效力只能是'],
    [{ until: '2025-01-01' }, '失效日期早于施行日期'],
    [{ title: '两\n行' }, '写在一行里'],
    [{ of: 'p1' }, '新旧关系'],
  ])('is sent back with a sentence for what does not fit: %j', async (wrong, sentence) => {
    const come = await press.propose(txt(regulation()), { ...said, ...wrong }, zhang)
    expect(come).toMatchObject({ type: 'wrong', wrong: [expect.stringContaining(sentence)] })
  })

  it('takes a place by its short name, and 《》 off a title', async () => {
    const row = await propose(regulation(), { region: '清河', title: `《${said.title}》` })
    expect(row.says).toMatchObject({ region: '清河市', title: said.title })
  })

  it('is refused where the same words wait or are published, whatever the name and the blanks', async () => {
    const first = await propose(regulation())
    const again = () => press.propose(txt(regulation().replaceAll('\n', '\r\n\r\n'), '别名.txt'), said, li)
    await expect(again()).rejects.toMatchObject({ code: 'textTwice' })
    await publish(first)
    await expect(again()).rejects.toMatchObject({ code: 'textTwice' })
    expect(await store.texts.list()).toHaveLength(1)
  })

  it('keeps no NUL, no half character and no mark that turns the writing, in words or name', async () => {
    const row = await propose(`${regulation()}第四条 坏\0字\ud800和\u202e反写。\n`)
    const { text } = (await store.texts.open(row.id))!
    expect(text).not.toMatch(/[\0\u202e\ud800]/)
    const named = kept(
      await press.propose(txt('第一条 另一份。\n', '..\\..\\a\u202e/b\n.txt'), { ...said, of: 'new' }, zhang),
    )
    expect(named.file.name).toBe('b.txt')
  })
})

describe('publishing', () => {
  it('needs a second person, and happens once', async () => {
    const row = await propose(regulation())
    await expect(publish(row, zhang)).rejects.toMatchObject({ code: 'textSelf' })
    expect(await store.texts.revision()).toBe(0)
    expect(await publish(row)).toMatchObject({ revision: 1, row: { text: 't1', edition: 1 } })
    await expect(publish(row)).rejects.toMatchObject({ code: 'textOver' })
    expect(await store.texts.revision()).toBe(1)
  })

  it('is for the program alone only while there is no account', async () => {
    const row = kept(await press.propose(txt(regulation()), said, 'system'))
    await store.officers.add({ account: 'zhang', name: '张三', role: '政策', password: 'x' }, at)
    await expect(publish(row, 'system')).rejects.toMatchObject({ code: 'textSetUpOver' })
  })

  it('of a new edition shows what changed and keeps the old one until the day before', async () => {
    await published(regulation())
    const row = await propose(regulation('应当在项目开工前五个工作日报送材料，逾期不予受理。'), {
      of: 't1',
      from: '2026-12-01',
    })
    expect(row).toMatchObject({ text: 't1', follows: 1 })
    const { changes = [] } = await press.review(row.id)
    expect(changes.filter(({ type }) => type !== 'same').map(({ type }) => type)).toEqual(['changed'])
    await publish(row)
    const { texts } = await store.texts.published()
    expect(texts.map(({ id, edition, until }) => [id, edition, until])).toEqual([
      ['t1', 1, '2026-11-30'],
      ['t1', 2, undefined],
    ])
  })

  it('is refused once another edition of the text was published in between', async () => {
    await published(regulation())
    const [one, two] = [
      await propose(regulation('五日前报送。'), { of: 't1' }),
      await propose(regulation('六日前报送。'), { of: 't1' }),
    ]
    await publish(one)
    await expect(publish(two)).rejects.toMatchObject({ code: 'textOvertaken' })
    expect((await store.texts.published()).texts).toHaveLength(2)
    expect((await store.texts.open(two.id))!.row.state).toBe('waiting')
  })

  it('goes on where something else was published in between', async () => {
    const row = await propose(regulation())
    const other = await propose('第一条 完全是另一回事。\n', { title: '别的规定', of: 'new' })
    const outcomes = await Promise.all([publish(row), publish(other)])
    expect(outcomes.map(({ revision }) => revision).sort()).toEqual([1, 2])
  })

  it.each(['p77', 'x', ''])('knows no proposal %j', async (id) => {
    const deed = { id, revision: 1, by: li }
    const deeds = [
      () => press.publish(deed),
      () => press.withdraw(deed),
      () => press.review(id),
      () => press.file(id),
      () => press.amend(deed, said),
    ]
    for (const done of deeds) await expect(done()).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('what a new edition touches', () => {
  it('names forms under way by count and open cases by number, and none of other forms', async () => {
    await published(regulation())
    const frame = (flow: string) => ({ flow, edition: '2026-11-01', answers: {}, reopened: {}, startedAt: at })
    let n = 0
    const come = (more: Parameters<typeof turn>[3]) =>
      store.conversations.commit(turn({ channel: 'web', person: `p${n}` }, `m${n++}`, 0, more))
    await come({ state: { ...talked(1), frame: frame('filing') } })
    await come({ state: { ...talked(1), frame: frame('other'), drafts: [frame('filing')] } })
    for (const kind of ['filing', 'filing', 'other'])
      await come({
        newCase: handedIn({ channel: 'web', person: `p${n}` }, `c${n}`, {
          kind,
          letter: kind === 'filing' ? 'F' : 'O',
        }),
      })
    const row = await propose(regulation('应当在项目开工前五个工作日报送材料，逾期不予受理。'), { of: 't1' })
    const { impact } = await press.review(row.id)
    expect(impact.clauses).toEqual([{ clause: 'qinghe.filing.when', why: 'changed' }])
    expect(impact.forms).toEqual(['filing'])
    // Three are under way; which of them are 备案 forms, nobody can say.
    expect(impact.sealedDrafts).toBe(3)
    expect(impact.cases).toEqual([
      { number: 'F-1001', kind: 'filing' },
      { number: 'F-1002', kind: 'filing' },
    ])
  })
})
