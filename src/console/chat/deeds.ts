import type { DeskCommand } from '../../dialogue/index.ts'
import type { DeskCase } from '../desk-view.ts'
import type { Alike } from './duplicates.ts'
import { type ChatParts, needsKey, type Part, type Speaking } from './part.ts'

type Of<Type extends DeskCommand['type']> = Extract<DeskCommand, { type: Type }>

/** Takes a case on, and says what it may be a repeat of. */
export async function claimPart(parts: ChatParts, speaking: Speaking, number: string): Promise<Part> {
  const standing = await parts.desk.claim(speaking.seat, number)
  const said = `${number} 认领好了，由您办理，现在是“${standing.state}”。`
  const alike = await alikePart(parts, speaking, number, '')
  return {
    ...alike,
    text: `${said}${alike.text === '' ? '' : `\n${alike.text}`}`,
    events: [`case_claimed:${number}`],
    talk: { case: number },
  }
}

export async function releasePart({ desk }: ChatParts, { seat }: Speaking, number: string): Promise<Part> {
  await desk.release(seat, number)
  return { text: `${number} 放回去了，别的同事可以认领。`, events: [`case_released:${number}`], talk: { case: number } }
}

/** @param none said where there is nothing to compare with. */
export async function alikePart(
  { duplicates, content, origin }: ChatParts,
  speaking: Speaking,
  number: string,
  none = `没有发现和 ${number} 像是同一件事的件。`,
): Promise<Part> {
  const about = { events: [], talk: { case: number } } as const
  if (!speaking.seat.unlocked)
    return { text: `有没有重复件，要先打开聊天办件才比得出来：${origin()}/console/chat`, ...about }
  const found = await duplicates.of(speaking.seat, number)
  if (found.length === 0) return { text: none, ...about }
  const best = found.slice(0, 3)
  const to = best[0]?.number ?? ''
  return {
    text: [
      `疑似和 ${best.map((each) => each.number).join('、')} 重复，是不是同一件事由您定：`,
      content
        ? '{{kept}}'
        : `哪里相同、新在哪里，本单位设置了不写进聊天，请到工作台看：${origin()}/console/cases/${number}`,
      `要并在一起，说“并到 ${to}”；并了随时可以撤销。`,
    ].join('\n'),
    ...(content ? { kept: best.map(inWords).join('\n') } : {}),
    choices: [{ label: `并到 ${to}`, value: `并到 ${to}` }],
    ...about,
  }
}

function inWords({ number, same, fresh }: Alike): string {
  return [
    `和 ${number} 相同：${same.join('、')}`,
    ...(fresh.length === 0
      ? ['这件没有看到新的事实']
      : [`这件新增 ${fresh.length} 条事实：`, ...fresh.map((each) => `· ${each}`)]),
  ].join('\n')
}

export async function linkPart(parts: ChatParts, speaking: Speaking, number: string, to: string): Promise<Part> {
  needsKey(speaking)
  const { duplicates, content } = parts
  if (number === to) return { text: `${number} 不能并到它自己。请说清并到哪一件。`, events: [], talk: { case: number } }
  const { event, fresh } = await duplicates.link(speaking.seat, number, to)
  return {
    text: [
      `${number} 并到 ${to} 了，两件连在一起看。`,
      fresh.length > 0
        ? `${number} 里新的 ${fresh.length} 条事实单列，没有并掉${content ? '：\n{{kept}}' : '。'}`
        : '两件的内容都原样留着。',
      '说“撤销”可以撤回。两张回执都照常有效，两位来件人都还能凭自己的回执查进度、补材料。',
    ].join('\n'),
    ...(content && fresh.length > 0 ? { kept: fresh.map((each) => `· ${each}`).join('\n') } : {}),
    events: [event, 'audit_written'],
    choices: [{ label: '撤销', value: '撤销' }],
    talk: { case: number, linked: { case: number, to } },
  }
}

export async function undoPart({ duplicates }: ChatParts, speaking: Speaking, number: string): Promise<Part> {
  needsKey(speaking)
  const was = await duplicates.unlink(speaking.seat, number)
  if (was === undefined)
    return {
      text: `${number} 现在没有并到别的件，没有什么要撤销的。`,
      events: [],
      talk: { case: number, linked: undefined },
    }
  return {
    text: `撤销好了：${number} 不再并到 ${was.from}，两件各办各的，回执都照常有效。`,
    events: [was.event, 'audit_written'],
    talk: { case: number, linked: undefined },
  }
}

/** Who reported is never told in a chat, to nobody: it is asked for at the console, by two. */
export async function identityPart(
  { beside, origin }: ChatParts,
  { seat, channel }: Speaking,
  number: string,
): Promise<Part> {
  await beside.identityRefused(seat, number, channel)
  return {
    text: `来件人的身份默认不显示，聊天里也不会发。确实要看，请到工作台写明理由，经另一位同事同意后，在那里看一次：${origin()}/console/cases/${number}/identity\n这次询问已经记入台账。`,
    events: ['identity_access_denied_logged'],
    talk: { case: number },
  }
}

/** A link that needs signing in: no paper goes through the vendor's cloud. */
export async function paperPart(
  { beside, origin }: ChatParts,
  { seat, channel }: Speaking,
  number: string,
  { name }: Of<'paper'>,
): Promise<Part> {
  const paper = await beside.paperLink(seat, number, name, channel)
  if (!paper)
    return {
      text: `${number} 现在没有${name ?? '可以导出的文书'}。能导出什么，在工作台这件的页面上看：${origin()}/console/cases/${number}`,
      events: [],
      talk: { case: number },
    }
  return {
    text: `${number} 的${paper.title}请在这里下载，要先登录工作台：${origin()}/console/cases/${number}/papers/${paper.id}/docx\n按公文格式（红头、三号仿宋），每一栏都能追到对话里的那一句；打印的样子在 ${origin()}/console/cases/${number}/papers/${paper.id}\n文件不从聊天里发，这次导出已经记入台账。`,
    events: ['docx_exported'],
    talk: { case: number },
  }
}

/** Where a case stands, without opening it. */
export function plainWords({ number, title, state, dueWords, due }: DeskCase): string {
  return `${number} ${title}，现在是“${state}”，${dueWords.says}${due === undefined ? '' : `（${due}）`}。`
}
