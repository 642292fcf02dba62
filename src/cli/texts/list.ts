import type { Call } from '../call.ts'
import { atLibrary } from './library-desk.ts'
import { needNames, stateWords, titleOf } from './words.ts'

/** Lists what is published and what waits, with what is missing. */
export async function texts(call: Call): Promise<number> {
  const { rows, revision, who } = await atLibrary(async ({ store, press, who }) => ({
    rows: (await press.list()).filter(({ state }) => call.options['all'] === true || state !== 'withdrawn'),
    revision: await store.texts.revision(),
    who,
  }))
  if (call.options['json']) {
    call.print(JSON.stringify({ revision, texts: rows }))
    return 0
  }
  if (rows.length === 0) call.print('库里还没有文件原文。收文件：npx qingwen ingest 办法.docx --region 许昌市')
  for (const row of rows) {
    const { says, missing, carried, proposed, published } = row
    call.print(
      [
        row.id.padEnd(5),
        titleOf(row),
        [says.region, says.authority, says.from === '不详' ? '施行日期不详' : says.from].filter(Boolean).join('，'),
        `${stateWords(row)}，对上摘要 ${carried} 条`,
        handWords(who(proposed.by), published && who(published.by)),
        ...(missing.length > 0 ? [`还缺 ${needNames(missing)}`] : []),
      ].join('  '),
    )
  }
  return 0
}

function handWords(proposer: string, publisher: string | undefined): string {
  if (publisher === proposer) return proposer
  return publisher === undefined ? `${proposer} 提出` : `${proposer} 提出，${publisher} 发布`
}
