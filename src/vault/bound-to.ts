/** The row something sealed stands in. Whoever moves it to another row, field or table finds that it no longer opens. */
export interface Place {
  readonly table: string
  readonly row: string
  readonly field: string
}

/** Changes only together with a way to read what was written before. */
const version = 1

/**
 * The additional data of everything sealed (SECURITY K-1): suite, version, table, row, field. JSON of strings, so that no
 * two places ever read the same.
 *
 * @param suite the first byte of what is sealed.
 */
export function boundTo(suite: number, { table, row, field }: Place): Buffer {
  return Buffer.from(JSON.stringify([suite, version, table, row, field]))
}
