import { bareText } from '../base/index.ts'
import { count, type Flow, fieldAt, fieldsOf, given, type List, type Open } from '../flow/index.ts'
import { type Around, amountIn, readPeople, tellsDeed } from '../reading/index.ts'
import type { Command } from './commands.ts'
import { openItems, toldOf } from './open-list.ts'
import { itemOf } from './show.ts'

// What is told at a question that asked for something else. Nobody says a thing twice gladly: it is put where it belongs.

/** 有公示栏的照片, at the question where it happened: papers and pictures, no place and no name. */
export const namesProof = (said: string): boolean => bareText(said).length <= 30 && PROOF.test(said.trim())
const PROOF =
  /^(?:我|俺|还|也|就|倒|手里|手上|手机里|家里|这里|当时)*(?:有|拍了|拍过|拍的|存了|存着|录了|录过|留了|留着).{0,14}(?:照片|相片|录音|录像|视频|截图|单据|收据|发票|票据|账本|账单|合同|复印件|清单|证据|聊天记录|转账记录)/

/** One more thing of the deed just told, or what it rests on, said at another question of the same deed. */
export function astray(flow: Flow, open: Open, said: string, around: Around): Command[] {
  const item = itemOf(flow, open.path)
  const story = listOf(flow, 'what')
  if (!story) return []
  if (namesProof(said)) return item && item.list !== story ? [] : proof(flow, said, around)
  if (!moreFits(open, said)) return []
  const told = count(around.answers, story.id)
  const at = item?.list === story ? item.index : told - 1
  if (at < 0)
    return goesOnTelling(said) ? [{ type: 'add', list: story.id, items: openItems(story, said, around), said }] : []
  // 前年秋上, 亲眼看的: of the deed just told, before any of it is asked for.
  const parts = Object.entries(toldOf(said, around)).flatMap(([part, value]): Command[] => {
    const path = `${story.id}[${at}].${part}`
    const free = path !== open.path && fieldAt(flow, path) && around.answers[path] === undefined
    return free ? [{ type: 'fill', path, value, said, direct: false }] : []
  })
  if (!goesOnTelling(said)) return parts
  const path = `${story.id}[${at}].${story.main}`
  const before = given(around.answers, path)
  const value = typeof before === 'string' ? `${before.replace(/[。，,；;\s]+$/u, '')}。${said}` : said
  return [{ type: 'fill', path, value, said: value, direct: false }, ...parts]
}

const listOf = (flow: Flow, main: string): List | undefined => {
  const found = [...fieldsOf(flow).values()].find((f) => f.kind === 'list' && f.main === main)
  return found?.kind === 'list' ? found : undefined
}

/** A deed, or more words than anybody needs to say that they do not know. */
const goesOnTelling = (said: string): boolean => {
  const { length } = bareText(said)
  return length >= 8 && (tellsDeed(said) || (length >= 15 && !OF_THE_FORM.test(said)))
}
const OF_THE_FORM = /[你您]|记得|记不|忘|知道|不清楚|问|填|写|答|题|说不/

/** A sum told at the question for a sum is its answer, even if it was not understood. */
const moreFits = ({ field }: Open, said: string) =>
  field.kind === 'choice' ||
  field.kind === 'list' ||
  field.kind === 'period' ||
  (field.kind === 'amount' && amountIn(said) === undefined)

function proof(flow: Flow, said: string, { answers }: Around): Command[] {
  const path = [...fieldsOf(flow)].find(([path, field]) => field.kind === 'texts' && !path.includes('[]'))?.[0]
  if (path === undefined) return []
  const before = given(answers, path)
  const value = [...(Array.isArray(before) ? before.filter((each) => typeof each === 'string') : []), said]
  return [{ type: 'fill', path, value, said, direct: false }]
}

/** 柳树村支书周大明, at the question what happened: says who it was, and nothing of what they did. */
export function onlyWho(flow: Flow, open: Open, said: string, around: Around): Command[] {
  const story = open.field.kind === 'list' ? open.field : itemOf(flow, open.path)?.list
  if (story?.main !== 'what' || bareText(said).length > 16 || tellsDeed(said)) return []
  const people = readPeople(said)
  const [person] = people
  if (people.length !== 1 || person?.name === undefined || (person.post ?? person.unit) === undefined) return []
  const list = [...fieldsOf(flow).values()].find((f) => f.kind === 'list' && f.each.some((p) => p.ask.id === 'post'))
  if (list?.kind !== 'list') return []
  const known = count(around.answers, list.id)
  // A second person would only be guessed to be the one reported.
  if (known > 1 || (known === 1 && given(around.answers, `${list.id}[0].name`) !== undefined)) return []
  if (known === 0)
    return [
      {
        type: 'add',
        list: list.id,
        said,
        items: [
          Object.fromEntries(
            Object.entries(person).map(([id, value]) => [id, { is: 'given' as const, value, said, turn: 0 }]),
          ),
        ],
      },
    ]
  return Object.entries(person).flatMap(([part, value]): Command[] => {
    const path = `${list.id}[0].${part}`
    return value !== undefined && fieldAt(flow, path) && given(around.answers, path) === undefined
      ? [{ type: 'fill', path, value, said, direct: false }]
      : []
  })
}
