import type { Authority } from '../base/index.ts'
import type { OriginalText } from '../originals/index.ts'
import { shownName } from './clean.ts'

/** One published edition of an original, as it is shown to everybody. */
export interface PublishedText {
  readonly title: string
  readonly edition: number
  readonly authority: Authority
  readonly region: string
  readonly issuer: string
  /** ISO days. */
  readonly from?: string
  readonly until?: string
  /** Where it stands on the day: in force, to come, followed by another edition, or over with none to follow. */
  readonly standing: 'in-force' | 'to-come' | 'followed' | 'over'
  /** Path of the edition in force where it is not this one. */
  readonly current?: string
  readonly text: string
  readonly passages: OriginalText['passages']
}

/** @param today ISO day. @returns absent if that edition is not published. */
export function publishedText(
  originals: readonly OriginalText[],
  id: string,
  edition: number,
  today: string,
): PublishedText | undefined {
  const editions = originals.filter((text) => text.id === id).sort((a, b) => b.edition - a.edition)
  const found = editions.find((text) => text.edition === edition)
  if (!found) return undefined
  const inForce = ({ from = '', until = '9999' }: OriginalText) => from <= today && today <= until
  const current = editions.find(inForce)
  const newer = editions.filter((text) => text.edition > edition)
  const standing =
    (found.from ?? '') > today
      ? 'to-come'
      : current === found
        ? 'in-force'
        : newer.some(({ from = '' }) => from <= today)
          ? 'followed'
          : 'over'
  const { authority, from, until, text, passages } = found
  return {
    title: shownName(found.title, 100) || '未命名文件',
    edition,
    authority,
    region: shownName(found.region, 30),
    issuer: shownName(found.issuer, 100),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    standing,
    ...(current === undefined || current === found ? {} : { current: `/texts/${id}/${current.edition}` }),
    text,
    passages,
  }
}
