/**
 * What a channel must still know after a restart: where a conversation can be reached, how far it has read, what it has
 * shown. Never anything a person said.
 */
export interface Memory {
  /** Absent for what was never kept. `revision` is 0 for the absent and rises with every change. */
  recall(channel: string, key: string): Promise<Remembered>
  /**
   * Keeps a value, at most 16,384 characters.
   * @param revision as it was recalled; another one means that somebody kept something since: nothing is written.
   * @throws RangeError for a longer value.
   */
  keep(channel: string, key: string, value: string, revision: number): Promise<'kept' | 'stale'>
  /** Forgets it; what was never kept is forgotten already. */
  forget(channel: string, key: string): Promise<void>
}

export interface Remembered {
  readonly value?: string
  readonly revision: number
}
