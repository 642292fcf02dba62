/** A length of time that has gone by: 仨月, 小半年, 三个多月. */
export const LASTED =
  '(?:[一二两三四五六七八九十几俩仨\\d]{1,3}|好几|小半|大半|半)(?:来|多)?个?半?多?(?:年|月|星期|礼拜|周|天)(?:多|半)?'
const SO_FAR = `(?:都|也|已经?|就|快|有|差不多|大概|整|得)*${LASTED}了`
const DONE = new RegExp(`(?<![没未不])(?:好|完|成|竣工|完工|验收|交付|投用|结束|收尾)了?${SO_FAR}`, 'u')
const BEGUN = new RegExp(
  `(?<![没未不])(?:接|装|通|用|开|干|做|建|修|盖|跑|搞|住|种|铺|挖|运行|运营|使用|试行|施工|进场|开工|动工)(?:[上通水电气着起来工了]){0,3}${SO_FAR}|^(?:都|已经?|有|快|差不多)+${LASTED}了(?:都|吧|呢)*$`,
  'u',
)

/**
 * 接上仨月了 says that a thing has begun, 修好半年了 that it is done: the plain words for it.
 *
 * @returns undefined if no time that has gone by since is told.
 */
export function begunWords(text: string): '做完了' | '已经开工了' | undefined {
  const t = text.slice(0, 200)
  if (DONE.test(t)) return '做完了'
  return BEGUN.test(t) ? '已经开工了' : undefined
}
