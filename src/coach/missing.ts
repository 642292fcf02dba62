import { type Answers, count, given } from '../flow/index.ts'
import { readPeriod, tellsDeed } from '../reading/index.ts'
import type { Respondent } from './office.ts'

/** What a report lives on. */
export type Particular = 'who' | 'when' | 'where' | 'what' | 'known_by'

/** One thing reported, as far as it is told; each in the person's own words. */
export interface Told {
  readonly when?: string
  readonly where?: string
  readonly what?: string
  readonly known_by?: string
  readonly amount?: string
}

/** What is lacking; `fact` counts from 0 and is absent for what belongs to the whole report. */
export interface Lack {
  readonly lacks: Particular
  readonly fact?: number
}

const PLACE =
  /[村镇乡县市区局院校厂所站队社路街楼]|办公室|公司|医院|学校|家里|他家|我家|门口|食堂|工地|现场|车上|饭店|酒店|会上|大队部/
const SOURCE =
  /[我俺咱](?:们)?[^，。]{0,6}?(?:亲|看|见|听|经手|给|送|交|付|在场|拍|撞|问|去|签|当时|手里有)|亲眼|亲手|亲耳|听|据说|有人说|照片|录音|单据|账本|发票|收据|合同|公告|公示|截图|凭证|流水|监控|证人/
/** Any day will do: it is only asked whether a time is named at all. */
const ANY_DAY = '2000-01-01'

/**
 * Which particulars a report lacks: 谁, 什么时候, 在哪里, 什么事, 怎么知道的. A time or a place told within the story counts;
 * sums of money need no place.
 *
 * @param respondents who is reported, as far as known
 * @param facts what is reported; none is one fact that lacks all
 */
export function missing(respondents: readonly Respondent[], facts: readonly Told[]): readonly Lack[] {
  const who = respondents.some(({ name, post }) => has(name) || has(post))
  const unit = respondents.some((each) => has(each.unit))
  return [
    ...(who ? [] : [{ lacks: 'who' as const }]),
    ...(facts.length === 0 ? [{}] : facts).flatMap((told, fact) =>
      lacking(told, unit).map((lacks) => ({ lacks, fact })),
    ),
  ]
}

/** `missing` for a form that is being filled: answers under `respondents[n].name`, `facts[n].what` and so on. */
export function missingIn(answers: Answers): readonly Lack[] {
  const text = (path: string): string | undefined => {
    const value = given(answers, path)
    const own = typeof value === 'object' && 'text' in value ? value.text : value
    return typeof own === 'string' ? own : undefined
  }
  const each = <K extends string>(list: string, parts: Readonly<Record<K, string>>) =>
    Array.from(
      { length: count(answers, list) },
      (_, n) =>
        Object.fromEntries(
          Object.entries<string>(parts)
            .map(([part, id]) => [part, text(`${list}[${n}].${id}`)] as const)
            .filter(([, value]) => value !== undefined),
        ) as Partial<Record<K, string>>, // The keys are those of `parts`.
    )
  return missing(
    each('respondents', { name: 'name', post: 'post', unit: 'unit' }),
    each('facts', { when: 'time', where: 'place', what: 'what', known_by: 'known_by', amount: 'amount' }),
  )
}

function lacking({ when, where, what, known_by, amount }: Told, unit: boolean): readonly Particular[] {
  const story = what ?? ''
  const lacks: readonly (readonly [Particular, boolean])[] = [
    ['when', has(when) || readPeriod(story, ANY_DAY) !== undefined],
    ['where', has(where) || unit || has(amount) || PLACE.test(story)],
    ['what', story.replace(/[^\p{L}\p{N}]/gu, '').length >= 4 && (tellsDeed(story) || story.length >= 7)],
    ['known_by', has(known_by) || SOURCE.test(story)],
  ]
  return lacks.filter(([, told]) => !told).map(([particular]) => particular)
}

const has = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''
