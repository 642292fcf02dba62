import type { SealedCase } from './cases.ts'
import type { Sight } from './sight.ts'

/** Cases passing from one officer to another. Like all claims: the fence rises, so that a late write of the giver fails. */
export interface Hands {
  /**
   * Gives a case that is free, or the giver's own, to a colleague. Again for the same two it changes nothing.
   * @returns `taken` when a third one holds it; `cannot` when the colleague may not: closed, of another unit, behind its wall.
   */
  give(deed: Giving): Promise<SealedCase | 'absent' | 'taken' | 'cannot'>
  /** Takes back what one gave, while the colleague has done nothing with it. @returns `lost` when it is too late. */
  takeBack(deed: Omit<Giving, 'to'>): Promise<SealedCase | 'absent' | 'lost'>
  /** How many cases an account holds, closed ones among them: what it would leave behind. */
  holding(officer: string): Promise<number>
  /** Numbers of the cases an account holds, as far as `seen` reaches: by due day (none last), then oldest first. */
  held(
    officer: string,
    seen: Sight,
  ): Promise<
    readonly { readonly number: string; readonly kind: string; readonly state: string; readonly due?: string }[]
  >
  /** Closes an account that holds no case. @returns `holds`, and nothing was done, if it holds one. */
  close(officer: string): Promise<'done' | 'holds' | 'absent'>
  /**
   * Gives all cases of one officer, or chosen ones, to several others in one transaction, in turns. What none of them may
   * see goes back to the queue. @returns `cannot`, and nothing was done, if one of the receivers is closed.
   */
  handOver(deed: HandOver): Promise<HandedOver | 'cannot'>
  /** What was handed over in a unit, newest first, at most 50. */
  history(
    unit: string,
  ): Promise<readonly (HandedOver & { readonly from: string; readonly by: string; readonly at: string })[]>
}

export interface Giving {
  readonly number: string
  /** Account id of who gives it. */
  readonly by: string
  readonly to: string
  /** What the giver can see; the store asks the same of the receiver. */
  readonly seen: Sight
  readonly at: string
}

export interface HandOver {
  /** The sender's own key: sent again, it changes nothing and is answered as the first time. */
  readonly key: string
  readonly from: string
  readonly to: readonly Receiver[]
  /** Absent: all that is held. */
  readonly numbers?: readonly string[]
  readonly by: string
  readonly unit: string
  /** What reaches: `house` for whoever closes accounts and sees no case, only how many there are. */
  readonly seen: Sight | 'house'
  /** `walled`: the giver no longer sees what was given. `closed`: the account is closed in the same transaction. */
  readonly giver: 'walled' | 'closed'
  readonly at: string
}

export interface Receiver {
  readonly officer: string
  /** Kinds of case they may work. */
  readonly kinds: readonly string[]
}

export interface HandedOver {
  readonly moved: number
  /** Those that none of the receivers may see or work: anybody who may can claim them. */
  readonly freed: number
}
