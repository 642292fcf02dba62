import type { Cite } from '../base/index.ts'
import type { HeldClause } from './library.ts'

/** The cite of a clause for a day (ISO): quoted from the edition in force on it; without a quote where none is held of that day. */
export function citeOn({ cite, instrument, originals }: HeldClause, day: string): Cite {
  if (!originals) return cite
  const edition = originals.find(({ from = '', until = '9999' }) => from <= day && day <= until)
  if (edition) return { ...cite, quote: edition.quote, opens: edition.opens }
  const { quote: _quote, opens: _opens, ...bare } = cite
  return { ...bare, held: instrument.held }
}
