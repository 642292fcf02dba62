import { createHash } from 'node:crypto'
import { Refused } from '../base/index.ts'
import { type Charset, type Extracted, extract, type TextFile } from '../extract/index.ts'
import { structure } from '../originals/index.ts'
import { missingIn, type TextDeed, type TextNeed, type TextRow, type TextSays } from '../runtime/index.ts'
import { fileName } from './file-name.ts'
import { judgeText, placeText } from './judge-text.ts'
import type { PressOptions } from './options.ts'
import { publishText } from './publish-text.ts'
import { refusal } from './refusal.ts'
import { type Review, reviewText } from './review.ts'
import { type Given, readSays } from './says.ts'

/** What became of a file that was handed in. */
export type Proposed =
  | { readonly type: 'kept'; readonly row: TextRow; readonly notes: readonly string[] }
  /** Nothing was kept: these must be said first. `says` is what could be read. */
  | { readonly type: 'missing'; readonly missing: readonly TextNeed[]; readonly says: TextSays }
  /** What the officer said does not fit; a sentence for each. Nothing was kept. */
  | { readonly type: 'wrong'; readonly wrong: readonly string[] }

/**
 * From an uploaded file to a published original, once for the pages and the command line. `by` is `officer:3` or `system`.
 * @throws Refused as named at each; what the store does not take is `notSaved` everywhere.
 */
export interface Press {
  /**
   * Reads a file and proposes it. `incomplete`: also while something must still be said, to be completed later.
   * @throws Refused `textTwice`, and all that `extract` refuses
   */
  propose(
    file: TextFile,
    given: Given,
    by: string,
    more?: { readonly charset?: Charset; readonly incomplete?: boolean },
  ): Promise<Proposed>
  /** Without content, newest first. */
  list(): Promise<readonly TextRow[]>
  /** All a second person needs to decide. @throws Refused `notFound` */
  review(id: string): Promise<Review>
  /** The proposer says more; `given` in full, as a form sends it. @throws Refused `notFound`, `textProposerOnly`, `textOver`, `stale` */
  amend(deed: Omit<TextDeed, 'at'>, given: Given): Promise<TextRow | { readonly wrong: readonly string[] }>
  /** Takes a wrong match out. @throws Refused `notFound`, `textOver`, `stale` */
  strike(deed: Omit<TextDeed, 'at'>, match: { readonly clause: string; readonly passage: string }): Promise<TextRow>
  /**
   * @returns the row and the revision of all texts after it. @throws Refused `notFound`, `textSelf`, `textSetUpOver`,
   *   `textIncomplete`, `textOvertaken`, `textMoved`, `textTwice`, `textOver`, `stale`
   */
  publish(deed: Omit<TextDeed, 'at'>): Promise<{ readonly row: TextRow; readonly revision: number }>
  /** @throws Refused `notFound`, `textOver`, `stale` */
  withdraw(deed: Omit<TextDeed, 'at'>): Promise<TextRow>
  /** The file as it was handed in. @throws Refused `notFound` */
  file(id: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }>
}

export function openPress(options: PressOptions): Press {
  const { store, library, now } = options
  const { texts } = store
  const read = options.extract ?? extract
  const held = async () => ({ library, known: (await texts.published()).texts })

  return {
    async propose(file, given, by, { charset, incomplete = false } = {}) {
      const said = readSays(given, library.places)
      if ('wrong' in said) return { type: 'wrong', wrong: said.wrong }
      const extracted = await read(file, charset === undefined ? {} : { charset })
      const judged = judgeText({ ...come(extracted), said }, await held())
      if (judged.same !== undefined) throw new Refused('textTwice')
      const missing = missingIn(judged.says)
      if (missing.length > 0 && !incomplete) return { type: 'missing', missing, says: judged.says }
      const row = await texts.propose(
        {
          says: judged.says,
          ...(judged.follows ? { follows: judged.follows } : {}),
          text: judged.structured.text,
          passages: judged.passages,
          carries: judged.carries,
          notes: extracted.notes,
          sameness: hash(judged.fingerprint),
          file: {
            name: fileName(file.name, extracted.kind),
            kind: extracted.kind,
            size: file.bytes.byteLength,
            sha256: hash(file.bytes),
            bytes: file.bytes,
          },
        },
        by,
        now(),
      )
      if (row === 'twice') throw new Refused('textTwice')
      return { type: 'kept', row, notes: extracted.notes }
    },

    list: () => texts.list(),

    review: (id) => reviewText(options, id),

    async amend(deed, given) {
      const said = readSays(given, library.places)
      if ('wrong' in said) return said
      const proposal = await texts.open(deed.id)
      if (!proposal) throw new Refused('notFound')
      const { aliases } = proposal.row.says
      const says = { ...(aliases ? { aliases } : {}), ...said }
      const placed = placeText(structure(proposal.text), proposal.passages, says, await held())
      const { follows, carries } = placed
      return refusal(
        await texts.amend({ ...deed, at: now(), says: placed.says, ...(follows ? { follows } : {}), carries }),
      )
    },

    strike: async (deed, match) => refusal(await texts.strike({ ...deed, ...match, at: now() })),
    publish: (deed) => publishText(options, { ...deed, at: now() }),
    withdraw: async (deed) => refusal(await texts.withdraw({ ...deed, at: now() })),

    async file(id) {
      const file = await texts.file(id)
      if (!file) throw new Refused('notFound')
      return file
    },
  }
}

function come({ text, title }: Extracted) {
  return { text, ...(title === undefined ? {} : { title }) }
}

const hash = (of: string | Uint8Array) => createHash('sha256').update(of).digest('hex')
