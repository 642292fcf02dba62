import { simplify } from '../base/index.ts'
import type { TextSays } from '../runtime/index.ts'

/** How far into a text its introduction reaches, characters. */
const opening = 1500

/**
 * What a text is by its looks, where that is beyond doubt: questions with answers that call themselves an official's to the
 * press. Anything else is asked for. Whose a report is stands in the line of its source.
 *
 * @param text as extracted, with the lines of its site.
 */
export function guessed(text: string, says: TextSays): Pick<TextSays, 'authority' | 'issuer'> {
  const plain = simplify(text)
  const first = plain.slice(0, opening)
  const isAnswers =
    (/答记者问/.test(simplify(says.title ?? '')) || /回答(?:了|媒体|相关)?.{0,4}记者(?:的)?提问/.test(first)) &&
    /(?:^|\n)\s*问\s?[:：]/.test(plain) &&
    /(?:^|\n)\s*答\s?[:：]/.test(plain)
  const authority = says.authority ?? (isAnswers ? '官方答问' : undefined)
  const source = /(?:来源|出处)\s?[:：]\s*([\p{Script=Han}《》（）()]{3,30})/u.exec(first)?.[1]
  const issuer = authority === undefined || authority === '正式条文' ? undefined : source
  return { ...(authority ? { authority } : {}), ...(issuer ? { issuer } : {}) }
}

/** A report or an interview has no day from which it is in force: 不详, unless somebody said one. */
export function inForce(says: TextSays): TextSays {
  const { authority, from } = says
  return authority === undefined || authority === '正式条文' || from !== undefined ? says : { ...says, from: '不详' }
}
