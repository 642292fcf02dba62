import { randomInt } from 'node:crypto'
import { bindingMinutes, type Clock, type Officer, type Store } from '../../runtime/index.ts'

/** The codes by which an officer's chat is bound to their account. */
export interface BindingCodes {
  /** A new code: eight figures, good for ten minutes and once; an older one is void. */
  show(officer: Officer): Promise<string>
  /**
   * Takes what was typed in a chat. @returns the account it is bound to; `wrong`; `tooMany` while too many were wrong, for a
   * right one, too.
   */
  typed(code: string, channel: string, member: string): Promise<{ readonly officer: string } | 'wrong' | 'tooMany'>
}

const windowMs = bindingMinutes * 60_000
/** A person mistypes twice; eight figures stand a hundred million to five against a guesser. */
const mostByMember = 5
/** Many accounts of one company guessing together. */
const mostByChannel = 60
const channelOfTries = 'officers'

export function bindingCodes({ store, now }: { readonly store: Store; readonly now: Clock }): BindingCodes {
  const ms = () => Date.parse(now())

  /** Counted before the code is looked at, or a hundred at once would all be first. @returns false if there were too many. */
  async function book(key: string, most: number): Promise<boolean> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const { value, revision } = await store.memory.recall(channelOfTries, key)
      const [from = 0, tries = 0] = (value ?? '').split(' ').map(Number)
      const fresh = ms() - from >= windowMs
      if (!fresh && tries >= most) return false
      const next = fresh ? `${ms()} 1` : `${from} ${tries + 1}`
      if ((await store.memory.keep(channelOfTries, key, next, revision)) === 'kept') return true
    }
    return false
  }

  return {
    async show({ id }) {
      const code = String(randomInt(10 ** 8)).padStart(8, '0')
      await store.bindings.offer(id, code, new Date(ms() + windowMs).toISOString())
      await store.audit.append([{ who: `officer:${id}`, what: 'chat.codeShown' }], now())
      return code
    },

    async typed(code, channel, member) {
      const may =
        (await book(`tries ${channel} ${member}`, mostByMember)) && (await book(`tries ${channel}`, mostByChannel))
      if (!may) return 'tooMany'
      const at = new Date(ms()).toISOString()
      const officer = /^\d{8}$/.test(code) ? await store.bindings.redeem({ code, channel, member, at }) : undefined
      const who = officer === undefined ? 'system' : `officer:${officer}`
      // What was typed is not written down.
      const what = officer === undefined ? 'chat.codeRefused' : 'chat.bound'
      await store.audit.append([{ who, what, object: channel }], now())
      return officer === undefined ? 'wrong' : { officer }
    },
  }
}
