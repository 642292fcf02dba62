import type { Box, Paper, Run } from '../documents/index.ts'
import type { Certificate } from '../runtime/index.ts'
import { monthsWords } from './retention-words.ts'

/** 销毁证明 as a paper: what was destroyed, when and by whom, and where the audit says so. Nothing of what stood in it. */
export function certificatePaper(
  certificate: Certificate,
  said: { readonly title: string; readonly office: string; readonly name: (officer: string) => string },
): Paper {
  const { number, caseNumber, closedOn, destroyedOn, months, basis, askedBy, agreedBy, agreedAt } = certificate
  const rows: readonly (readonly (readonly [string, string])[])[] = [
    [
      ['证明编号', number],
      ['原件编号', caseNumber],
    ],
    [
      ['件的种类', said.title],
      ['办结日期', longDay(closedOn)],
    ],
    [
      ['保管期限', `办结之日起 ${monthsWords(months)}`],
      ['销毁日期', longDay(destroyedOn)],
    ],
    [['期限依据', basis]],
    [
      ['提出的人', said.name(askedBy)],
      ['同意的人', `${said.name(agreedBy)}（${longDay(agreedAt)}）`],
    ],
    [['销毁范围', '来件内容、来件人身份、往来的话、附件，连同打开它们的密钥。先销毁密钥，再删除内容。']],
    [['台账记录', `第 ${certificate.auditSeq} 条，校验值 ${certificate.auditHash}`]],
  ]
  return {
    id: 'certificate',
    title: '销毁证明',
    file: `${number.replace(/[^A-Z0-9-]/g, '')}-certificate.docx`,
    pieces: [
      {
        type: 'text',
        runs: runs(
          '下面这一件办结以后，保管期限已满，经两个人同意，内容已经销毁，不能恢复。这张证明不记载任何来件内容。',
        ),
      },
      { type: 'table', rows: rows.map((row) => row.map(([label, text]): Box => ({ label, runs: runs(text) }))) },
      {
        type: 'text',
        runs: runs('以前做的备份，按单位的备份期限到期清除；恢复旧备份时，系统启动时会照销毁记录再销毁一遍。'),
      },
    ],
    signer: runs(said.office),
    look: [],
    sources: [],
  }
}

const runs = (text: string): readonly Run[] => [{ text }]

/** `2027年11月22日` */
function longDay(at: string): string {
  const [year, month, day] = at.slice(0, 10).split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
