// Where one message turns to another matter.
const TURN =
  /[,，、;；\s]\s*(?=(?:顺便|顺带|对了|再问|还有个问题|另外问|另外再|另外想|另外帮|还想问|我还想问|想问一?下|问一?下|请问|再帮我|再看看|然后再|然后帮|也想问|再有就是|还有[^,，。]{0,20}(?:咋|怎么|吗|么|多久|什么|啥|哪|谁|几|[?？])))/g

/** Splits what was typed into sentences, keeping a question mark with its sentence and cutting before 顺便、另外、对了. */
export function segments(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(TURN, '\n')
    .replace(/([?？!！。;；])/g, '$1\n')
    .split('\n')
    .map((s) => s.trim())
    .filter((s) => s.replace(/[\p{P}\p{S}\s]/gu, '') !== '')
}

/** The parts of a sentence between commas, or between blanks where people type those instead; the marks are left off. */
export function clauses(sentence: string): readonly string[] {
  return sentence
    .split(/[,，]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((s) => s.trim())
    .filter((s) => s !== '')
}

/** Without marks at either end, emoji and leading fillers, for comparing with command words. */
export function bare(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\u{FE0F}/gu, '')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    .replace(/^(?:喂|那个|嗯+|呃+|额|唉)[,，\s]+(?=\S)/u, '')
}
