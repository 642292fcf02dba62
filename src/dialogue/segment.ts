/** Splits what was typed into sentences, keeping a question mark with its sentence and cutting before 顺便、另外、对了. */
export function segments(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/[,，;；]\s*(?=顺便|对了|再问|还有个问题|另外问|问一下|顺带|请问)/g, '\n')
    .replace(/([?？!！。;；])/g, '$1\n')
    .split('\n')
    .map((s) => s.trim())
    .filter((s) => s.replace(/[\p{P}\p{S}\s]/gu, '') !== '')
}

/** Without marks at either end, emoji and leading fillers, for comparing with command words. */
export function bare(text: string): string {
  return text
    .replace(/[\p{Extended_Pictographic}\u{FE0F}]/gu, '')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    .replace(/^(?:喂|那个|嗯+|呃+|额|唉)[,，\s]*/u, '')
}
