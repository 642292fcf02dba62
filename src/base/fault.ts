/** We or the content are wrong. Carries every fault found, each naming its file and word, so one start shows them all. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly faults: readonly string[]

  constructor(faults: readonly string[], options?: ErrorOptions) {
    super(faults.join('\n'), options)
    this.faults = faults
  }
}
