import { evenHan, soundAlike } from './alike-spelling.ts'
import type { Agreement } from './alike-types.ts'

/** A name taken apart as far as a comparison needs it. */
export interface ReadName {
  /** `full`: surname and given name. `surname`: 赵某, 老赵, 赵书记. `other`: a nickname, a given name alone. `none`: nothing was given. */
  readonly kind: 'full' | 'surname' | 'other' | 'none'
  /** Without titles and marks; of a `surname` the surname alone. */
  readonly text: string
}

/** How two names stand to each other; `surname`: only the surname is known of one of them, and it is the same. */
export type NameAgreement = Agreement | 'sounds' | 'surname'

/** Reads 赵德顺书记, 村支书赵德顺, 老赵, 赵某(名不详), 趙德順. */
export function readName(given: string | undefined): ReadName {
  if (given !== undefined && isPlainName(given)) return { kind: 'full', text: evenHan(given) }
  const bare = evenHan(given ?? '')
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/[^\p{L}]/gu, '')
  const named = bare
    .replace(titleBefore, '')
    .replace(titleAfter, '')
    .replace(/(?:同志|先生|女士|本人)$/u, '')
  if (named === '') return { kind: 'none', text: '' }
  const surname = doubles.find((double) => named.startsWith(double)) ?? named.charAt(0)
  const of = (kind: ReadName['kind'], text: string): ReadName => ({ kind, text })
  // 老赵 and 小李 name a surname; 大壮 and 二狗 are what somebody is called.
  if (/^[老小]\p{L}$/u.test(named)) return of('surname', named.charAt(1))
  if (named === surname || /^某+$/.test(named.slice(surname.length))) return of('surname', surname)
  if (!surnames.has(surname) && named.length < 4) return of('other', named)
  return of('full', named)
}

/** The first character of a name that has a surname, else nothing; a plain name of two or three is not read for it. */
export function surnameIn(given: string | undefined): string {
  if (given !== undefined && plain.test(given) && surnames.has(given.charAt(0))) return given.charAt(0)
  const { kind, text } = readName(given)
  return kind === 'full' || kind === 'surname' ? text.charAt(0) : ''
}
const plain = /^\p{Script=Han}{2,3}$/u

/** Most names are a surname and one or two characters that end no title: they need not be taken apart. */
const isPlainName = (given: string): boolean =>
  plain.test(given) && surnames.has(given.charAt(0)) && !endsTitle.test(given) && !doubles.includes(given)
const endsTitle = /某|[长任记师计纳员理板总生夫官士]$/u

/** Whether two names may be one person's: the same, of one sound, one slip apart, or as far as a surname goes. */
export function agreeOnName(a: ReadName, b: ReadName): NameAgreement {
  if (a.kind === 'none' || b.kind === 'none') return 'unknown'
  if (a.kind === 'surname' || b.kind === 'surname') {
    if (a.kind === 'other' || b.kind === 'other') return 'unknown'
    const [one, other] = [surnameOf(a), surnameOf(b)]
    return one === other || soundAlike(one, other) ? 'surname' : 'differs'
  }
  if (a.text === b.text) return 'same'
  // The last character first: it is the one in which most names differ.
  if (a.text.length === b.text.length && soundAlike(a.text.slice(-1), b.text.slice(-1)) && soundAlike(a.text, b.text))
    return 'sounds'
  // 德顺 of 赵德顺.
  if (a.kind !== b.kind) {
    const [full, other] = a.kind === 'full' ? [a.text, b.text] : [b.text, a.text]
    // A nickname says nothing about a name it shares no character with.
    return other.length >= 2 && full.endsWith(other) ? 'near' : 'unknown'
  }
  if (a.kind === 'other') return 'differs'
  return oneSlip(a.text, b.text) ? 'near' : 'differs'
}

const surnameOf = ({ kind, text }: ReadName): string =>
  kind === 'surname' ? text : (doubles.find((double) => text.startsWith(double)) ?? text.charAt(0))

/** 赵德顺 and 赵得胜 are two people; 赵德顺 and 赵德须 may be one hand's slip; 王伟 and 王刚 are not. */
function oneSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false
  return (
    [...a].filter((char, n) => char !== b[n]).length === 1 && surnames.has(a.charAt(0)) && a.charAt(0) === b.charAt(0)
  )
}

const titles =
  '党支部书记|村支部书记|支部书记|村支书|支书|党委书记|副书记|书记|村主任|副主任|主任|村长|副镇长|镇长|副乡长|乡长|副县长|县长|副市长|市长|副局长|局长|副科长|科长|副处长|处长|副校长|校长|副院长|院长|副所长|所长|副站长|站长|大队长|队长|会计|出纳|组长|总经理|经理|董事长|老板|厂长|股长|部长|委员|行长|馆长|园长|主席|文书|警官|法官|老师|医生|大夫|总'
const titleBefore = new RegExp(`^(?:${titles})(?=\\p{L}{2})`, 'u')
const titleAfter = new RegExp(`(?<=\\p{L})(?:${titles})$`, 'u')
const doubles =
  '欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 端木 东方 南宫 呼延 闻人 钟离 淳于 单于 濮阳 赫连'.split(
    ' ',
  )
const surnames: ReadonlySet<string> = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤康易乔赖文樊倪殷施聂焦柴翟岳温庞葛邢齐梅庄辛管祝左纪舒屈霍阮耿欧詹关洪申常卫华俞章柳鲍费岑伍尚宁安祁米成路娄童盛刁骆柯卞应宗宣单包诸吉程裴荣甄曲封井牛寿燕农晏慕连习鱼向古慎廖桂全班仰佟兰党时冀景车苗凤花皮穆尤',
  ...doubles,
])
