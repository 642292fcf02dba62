const WHO = '(?:我|俺|咱|本人)们?'
const TO_US = '(?:向|跟|给|和)(?:你们|您|你|纪委|组织|上级|领导)'
const REPORT = '(?:举报|检举|控告|揭发|告发|反映)'
/** 举报过, 举报信: told of, not wished for. */
const NOT_REPORT = '(?!过|了|人(?!是)|信|材料|电话|后|以后|没|到|有)'
const SIGNED = '(?:实名|匿名|署名|不留名)'
const NEXT = '[村庄屯镇乡营湾]'
/** What stands behind the wish and tells nothing: 一下, 个事, 的是, 他俩. */
const TAIL = `(?:一下子?|下(?!(?![上下中里前后东西南北])\\p{Script=Han}${NEXT}))?(?:的是|的人是)?(?:[这那]?[个件](?:事情?|问题|情况)|一个人(?=$|[,，。\\s])|问题|情况|[他她它]们?(?=$|[\\s,，。!！;；、])|[他她]们?俩|这[个俩](?:人|东西)?(?=$|[\\s,，。!！;；、])|这[件个]?事)?`
const HEAD = '(?<=^|[\\s,，、。;；:：!！?？])'
const WISHES: readonly RegExp[] = [
  // 我要匿名举报, wherever it stands in one breath.
  new RegExp(
    `(?:所以|因此|现在|今天|这才|就|那啥|那个)*${WHO}(?:就是|今天|现在|必须|一定|实在|只|也|才|得|特地|特意|专门|打算|准备)*(?:要|想|来|得|去)+(?:${TO_US})?(?:用)?${SIGNED}?(?:地|来|去)?(?:${REPORT}${NOT_REPORT}|告(?![诉知别]))${TAIL}[:：]?`,
    'gu',
  ),
  new RegExp(`${WHO}(?:就是)?(?:要|想|来)*${SIGNED}(?:地)?(?:说|讲|${REPORT})${TAIL}[:：]?`, 'gu'),
  new RegExp(
    `${HEAD}(?:那啥|那个|喂|你好|您好|请|现在|特)*(?:要|想|来|请求|特)*(?:${TO_US})?${SIGNED}?(?:${REPORT}${NOT_REPORT})${TAIL}[:：]?`,
    'gu',
  ),
  new RegExp(`(?:能不能|可不可以|可以|能|要)?(?:实名|匿名)(?:地)?${REPORT}${TAIL}(?:[吗么不])?`, 'gu'),
  new RegExp(`${HEAD}(?:${WHO}|就|要|想|那|请|给我|先)*${SIGNED}(?:吧|哈|的|啊|呀)?(?=$|[\\s,，、。;；!！?？])`, 'gu'),
  new RegExp(
    `(?:${WHO})?(?:想|要)?${TO_US}(?:们)?(?:说|讲|${REPORT}|唠)(?:一?下|一说)?(?:[个件](?:事情?|情况|问题))?(?:啊|哈|呀|吧)?`,
    'gu',
  ),
]
/** Agreement to a form that was offered: 中, 好的. */
const AGREED = new RegExp(
  `${HEAD}(?:中|好|行|对|嗯|可以|要|是|好的|是的|对的|要的|行的|没错)(?:吧|啊|呀)?(?=$|[\\s,，。;；!！])`,
  'gu',
)
const GREETING =
  /^(?:[\s,，。!！?？、~～]|喂+|你好|您好|在吗|在不在|领导|同志|那个|那啥|嗯+|呃+|啊+|就是说?|是这样的?|请问)+/u

/**
 * The words of a report without the wish to report (我要匿名举报, 想反映个事) and without greetings, wherever they stand;
 * a comma stands where they were cut. What was told is left word for word.
 */
export function withoutWish(text: string): string {
  let rest = text.normalize('NFKC').slice(0, 4000)
  for (const wish of WISHES) rest = rest.replace(wish, '，')
  return evenMarks(rest.replace(AGREED, '，').replace(GREETING, ''))
}

/** The words of the wish themselves, which say how somebody wants to sign, whatever they ask in their story. */
export const wishIn = (text: string): string =>
  WISHES.flatMap((wish) => [...text.normalize('NFKC').slice(0, 4000).matchAll(wish)].map(([words]) => words)).join('，')

/** One mark where cutting left several: ，，那个 → ，那个. */
export const evenMarks = (text: string): string =>
  text
    .replace(/[,，、\s]+([。！!？?;；])|([。！!？?;；])[,，、]+/gu, '$1$2')
    // Only where something was cut: what is kept must be found again in what was typed.
    .replace(/[,，\s]*[,，][,，\s]*/gu, (marks) => (/[,，].*[,，]/.test(marks) ? '，' : marks))
    .replace(/^[\s,，、。;；:：!！]+|[\s,，、;；:：]+$/gu, '')
