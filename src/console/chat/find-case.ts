import type { CaseRef } from '../../dialogue/index.ts'
import type { CaseKind } from '../../intake/index.ts'
import { type SealedCase, type Store, sight } from '../../runtime/index.ts'
import type { Speaking } from './part.ts'

/** The case somebody means, or what to say instead. */
export type Meant = { readonly number: string } | { readonly ask: string }

/**
 * Looks among what this officer can see; what they cannot see is not there. A number without its letter is that of the
 * only case that has it; the one spoken of last goes before others.
 */
export async function meantCase(
  { store, kinds }: { readonly store: Store; readonly kinds: readonly CaseKind[] },
  { officer, talk }: Speaking,
  ref: CaseRef,
): Promise<Meant> {
  switch (ref.type) {
    case 'this':
      return theOneAtHand(talk)
    case 'place': {
      const list = talk?.list ?? []
      const number = ref.place < 0 ? list.at(-1) : list[ref.place - 1]
      if (number !== undefined) return { number }
      return {
        ask:
          list.length === 0
            ? '还没有列过件。先说“今天有什么件”，再说第几件；也可以直接说编号。'
            : `刚才只列了 ${list.length} 件，没有第 ${ref.place} 件。请再看一下编号。`,
      }
    }
    case 'number': {
      const letters = ref.letter === undefined ? lettersOf(kinds) : [ref.letter]
      const near = [talk?.case, ...(talk?.list ?? [])]
      const seen = store.cases.seenBy(sight(officer))
      const found = (await Promise.all(letters.map((letter) => seen.byNumber(`${letter}-${ref.number}`)))).filter(
        (each): each is SealedCase => each !== undefined,
      )
      const one = found.length === 1 ? found[0] : found.find(({ number }) => near.includes(number))
      if (one) return { number: one.number }
      if (found.length > 1)
        return {
          ask: `有 ${found.length} 件是这个号：${found.map(({ number }) => number).join('、')}。请带上前面的字母再说一次。`,
        }
      return { ask: '没有找到这个编号的件。请看看号码对不对，也可能这件不在您能看的范围里。' }
    }
  }
}

function theOneAtHand(talk: Speaking['talk']): Meant {
  if (talk?.case !== undefined) return { number: talk.case }
  const [only, ...more] = talk?.list ?? []
  if (only !== undefined && more.length === 0) return { number: only }
  return {
    ask:
      more.length > 0 ? `是哪一件？请带上编号，例如 ${only}，或者说“第一件”。` : '是哪一件？请带上编号，例如 R-1003。',
  }
}

/** Reports about the unit's own leaders have a letter of their own. */
const lettersOf = (kinds: readonly CaseKind[]): readonly string[] => [
  ...new Set([...kinds.map(({ letter }) => letter), 'U']),
]
