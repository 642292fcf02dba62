/** An audit event as it stands in its chain. */
export interface ChainedEvent {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly what: string
  readonly object: string | null
  readonly note: string | null
  readonly unit: string | null
  /** Hash of the event before; `genesis` for the first. */
  readonly prev: string
  /** SHA-256 of `prev` and the event, base64url. */
  readonly hash: string
}

/** What the first event stands on. */
export const genesis = 'qingwen-audit-v1'

/** The event as it is hashed: one line of JSON, its parts always in this order. Its number is in it, so none can change places. */
export function canonical(event: Omit<ChainedEvent, 'prev' | 'hash'>): string {
  const { seq, at, who, what, object, note, unit } = event
  return JSON.stringify([seq, at, who, what, object, note, unit])
}

/** The last event of the chain at a moment, signed and kept where whoever holds the database cannot reach it. */
export interface Head {
  readonly seq: number
  readonly hash: string
  readonly at: string
}

/** What is wrong with a chain, and at which event. */
export type Break =
  /** Events from `seq` to `until` are gone. */
  | { readonly type: 'deleted'; readonly seq: number; readonly until: number }
  | { readonly type: 'changed'; readonly seq: number }
  /** What stands at `seq` was number `from`. */
  | { readonly type: 'moved'; readonly seq: number; readonly from: number }
  /** The chain ends at `seq`, a head outside knows of `until`. */
  | { readonly type: 'cut-off'; readonly seq: number; readonly until: number }
  /** Whole in itself, but not what was signed at `seq`: written anew somewhere behind `after`, the last head that fits. */
  | { readonly type: 'rewritten'; readonly seq: number; readonly after: number }

/**
 * Goes through a chain from its first event to its last, a part at a time; each event is looked at once and then
 * forgotten, so that a million of them need no room.
 */
export interface ChainCheck {
  next(event: ChainedEvent): void
  end(): { readonly events: number; readonly last?: Head; readonly breaks: readonly Break[] }
}

/**
 * @param hash SHA-256 of the text before and the text, base64url.
 * @param heads signed ones from outside, in any order; one the chain does not hold is a break.
 */
export function checkChain(hash: (prev: string, line: string) => string, heads: readonly Head[]): ChainCheck {
  const wanted = new Map(heads.map((head) => [head.seq, head.hash]))
  const breaks: Break[] = []
  /** Events that do not fit their own number: perhaps they fit another one. */
  const odd: ChainedEvent[] = []
  let before: ChainedEvent | undefined
  let events = 0
  let fitting = 0

  return {
    next(event) {
      events++
      const last = before
      before = event
      const gap = event.seq - (last?.seq ?? 0) - 1
      if (gap > 0) breaks.push({ type: 'deleted', seq: event.seq - gap, until: event.seq - 1 })
      if (hash(event.prev, canonical(event)) !== event.hash) {
        odd.push(event)
        return
      }
      // Whole in itself and leaning on something else: then the one before it was written anew.
      if (gap === 0 && event.prev !== (last?.hash ?? genesis) && last && odd.at(-1) !== last)
        breaks.push({ type: 'changed', seq: last.seq })
      if (gap === 0 && !last && event.prev !== genesis) breaks.push({ type: 'changed', seq: event.seq })
      const signed = wanted.get(event.seq)
      if (signed === event.hash) fitting = event.seq
      else if (signed !== undefined) breaks.push({ type: 'rewritten', seq: event.seq, after: fitting })
      wanted.delete(event.seq)
    },

    end() {
      const places = [
        ...odd.map(({ seq }) => seq),
        ...breaks.flatMap((each) => (each.type === 'deleted' ? [each.seq] : [])),
      ]
      for (const event of odd) {
        const from = places.find(
          (seq) => seq !== event.seq && hash(event.prev, canonical({ ...event, seq })) === event.hash,
        )
        breaks.push(from === undefined ? { type: 'changed', seq: event.seq } : { type: 'moved', seq: event.seq, from })
      }
      const end = before?.seq ?? 0
      const beyond = Math.max(0, ...[...wanted.keys()].filter((seq) => seq > end))
      if (beyond > 0) breaks.push({ type: 'cut-off', seq: end, until: beyond })
      breaks.sort((a, b) => a.seq - b.seq)
      return {
        events,
        ...(before ? { last: { seq: before.seq, hash: before.hash, at: before.at } } : {}),
        breaks,
      }
    },
  }
}
