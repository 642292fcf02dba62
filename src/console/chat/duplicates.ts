import type { Seat } from '../../runtime/index.ts'
import type { LedgerDesk } from '../ledger-desk.ts'
import type { CandidateView, NewView } from '../ledger-view.ts'

/** A case that may be about the same matter, as far as it may be told in a chat: no words of anybody's but the new ones, masked. */
export interface Alike {
  readonly number: string
  /** Names of the fields that match. */
  readonly same: readonly string[]
  /** What the case asked about has and the other has not, one line each, people masked. */
  readonly fresh: readonly string[]
}

/** Likely duplicates and links between them, over the desk's ledger. */
export interface Duplicates {
  /** Likely ones among what this officer may read, likeliest first. @throws Refused as `LedgerDesk.linkCandidates`. */
  of(seat: Seat, number: string): Promise<readonly Alike[]>
  /** Puts a case under another; both stay as they are. @returns what is listed apart on the other. @throws Refused as the ledger's. */
  link(seat: Seat, number: string, to: string): Promise<Done & { readonly fresh: readonly string[] }>
  /** Takes that back. @returns absent if it is under none. */
  unlink(seat: Seat, number: string): Promise<(Done & { readonly from: string }) | undefined>
}

interface Done {
  readonly event: string
}

interface Parts {
  readonly ledger: LedgerDesk
  /** Words of a case without anybody in them. */
  masked(seat: Seat, number: string, text: string): Promise<string>
}

export function openDuplicates({ ledger, masked }: Parts): Duplicates {
  const lines = (seat: Seat, number: string, views: readonly NewView[]) =>
    Promise.all(views.map((view) => lineOf(view, (text) => masked(seat, number, text))))

  return {
    async of(seat, number) {
      const { candidates } = await ledger.linkCandidates(seat, number)
      return Promise.all(
        candidates.map(async (each) => ({
          number: each.number,
          same: sameFields(each),
          fresh: await lines(seat, number, each.newHere),
        })),
      )
    },

    async link(seat, number, to) {
      const { event, links } = await ledger.link(seat, number, to, { newFactsApart: true })
      const own = links.find(({ sub, master, revoked }) => sub === number && master === to && !revoked)
      return { event, fresh: await lines(seat, number, own?.newFacts ?? []) }
    },

    async unlink(seat, number) {
      const { links } = await ledger.linkCandidates(seat, number)
      const own = links.find(({ sub, revoked }) => sub === number && !revoked)
      if (!own) return undefined
      const { event } = await ledger.unlink(seat, number, own.master)
      return { event, from: own.master }
    },
  }
}

const sameFields = ({ rows }: CandidateView): readonly string[] => [
  ...new Set(rows.filter(({ agreement }) => agreement !== 'differs').map(({ label }) => label)),
]

async function lineOf(
  { type, what, when, where, amount }: NewView,
  mask: (text: string) => Promise<string>,
): Promise<string> {
  if (type === 'person') return '另有一名被反映的人（姓名、单位不发在这里）'
  const beside = [when, where === undefined ? undefined : await mask(where), amount].filter(
    (each) => each !== undefined,
  )
  const told = await mask(what)
  return beside.length === 0 ? told : `${told}（${beside.join('，')}）`
}
