import { readingsOf } from '../base/index.ts'
import { type Field, fieldAt } from '../flow/index.ts'
import type { Command } from './commands.ts'
import { type Place, tells, WRONG } from './correction.ts'
import { namesOf } from './field-names.ts'
import { itemOf } from './show.ts'
import { spelled } from './spelled.ts'
import { isNameLike, SURNAMES_SPELLED } from './spelled-surnames.ts'

/** 名字写错了 李秀映 映照的映; 不是木子李，是黎明的黎; 申请人姓章: a name that was understood by its sound, spelled out. */
export function byName(place: Place, t: string): Command | undefined {
  const denied = /^不是(.{2,8}?)[,，\s]*(?:而)?是(.+)$/u.exec(t)
  if (denied?.[1] && denied[2] && explains(denied[1]) && explains(denied[2]))
    return spell(place, undefined, denied[2], /姓/.test(t) || denied[1] in SURNAMES_SPELLED ? 0 : undefined)
  const found = new RegExp(
    `^(.{0,8}?)(名字|姓名|申请人|姓氏|姓|的字|字|名)(?:里)?(?:我)?(?:(${WRONG})了?)?[,，:：\\s]*(?:应该|应当)?(?:改成|改为|是|叫)?(.*)$`,
    'u',
  ).exec(t)
  const [, head = '', noun = '', wrong, rest = ''] = found ?? []
  if (!found || rest === '' || (tells(place.open) && wrong === undefined)) return undefined
  // 派出所所长，姓马 tells whom one reports; only of oneself, or as something wrong, it corrects a name given before.
  if (noun === '姓' && wrong === undefined && !/^(?:我|俺|本人|申请人)?$/.test(head.trim())) return undefined
  if (noun === '姓' && wrong === undefined && place.open?.field.kind === 'list') return undefined
  const words = noun === '姓' ? `姓${rest}` : rest
  const named = rest.replace(/^(?:应该)?(?:是|叫)/u, '').split(/[,，\s]+/)[0] ?? ''
  if (!explains(words) && !(wrong !== undefined && isNameLike(named)) && !/^姓\p{Script=Han}/u.test(words))
    return undefined
  return spell(place, head, explains(words) || noun === '姓' ? words : named)
}

/** 映照的映, 弓长张, or a character said to be another. */
const explains = (words: string): boolean =>
  /\p{Script=Han}{2,4}的(?:那个)?\p{Script=Han}/u.test(words) ||
  Object.keys(SURNAMES_SPELLED).some((how) => words.includes(how)) ||
  /^(?:姓)?\p{Script=Han}[\s,，]+\S*(?:章|张|李|黎)/u.test(words)

function spell(place: Place, head: string | undefined, words: string, at?: number): Command | undefined {
  const all = Object.entries(place.frame.answers).flatMap(([path, answer]) => {
    const field = fieldAt(place.flow, path)
    if (!isPerson(field) || answer.is !== 'given' || typeof answer.value !== 'string') return []
    const old = answer.value
    const value =
      at === undefined ? (spelled(words, old) ?? (isNameLike(words) ? words : undefined)) : spelled(`姓${words}`, old)
    return value === undefined ? [] : [{ path, old, value, near: nearness(old, value) }]
  })
  // 被反映人名字写错了 says whose; else it is whoever the new name sounds like.
  const listed = head === undefined ? [] : all.filter(({ path }) => isCalled(place, path, head))
  const mine = /^(?:我|本人|俺)/.test(head ?? '') ? all.filter(({ path }) => !path.includes('[')) : []
  const other = all.filter(({ old, value }) => old !== value)
  const meant = listed.length > 0 ? listed : mine.length > 0 ? mine : other.length > 0 ? other : all
  const best = Math.max(0, ...meant.map((m) => m.near))
  const [hit] = meant
    .filter((m) => m.near === best)
    .sort((a, b) => Number(a.path.includes('[')) - Number(b.path.includes('[')))
  return hit && { type: 'correct', path: hit.path, value: hit.value, said: words }
}

const isPerson = (field: Field | undefined): boolean =>
  field?.kind === 'name' || (field?.kind === 'text' && field.person !== undefined)

function isCalled(place: Place, path: string, head: string): boolean {
  const item = itemOf(place.flow, path)
  const names = item ? [item.list.label, item.list.item, ...item.list.aka] : namesOf(place.flow, path)
  return head !== '' && names.some((n) => head.includes(n))
}

/** How many characters stand in their place, or sound as those that stood there. */
function nearness(old: string, now: string): number {
  const [a, b] = [[...old], [...now]]
  return b.reduce((n, c, at) => {
    const o = a[at]
    if (o === undefined) return n
    return n + (o === c ? 2 : readingsOf(o).some((r) => readingsOf(c).includes(r)) ? 1 : 0)
  }, 0)
}
