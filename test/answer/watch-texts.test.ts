import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchTexts } from '../../src/answer/index.ts'
import type { OriginalText } from '../../src/originals/index.ts'
import { original } from '../support/originals.ts'

const text = (n: number) => original(['第一条　晒谷。'], { id: `t${n}` })

/** A shelf others publish on, and what came of the looks at it. */
function shelf() {
  const used: (readonly OriginalText[])[] = []
  const faults: unknown[] = []
  const self = {
    published: [] as readonly OriginalText[],
    revision: 0,
    day: '2026-11-23',
    reads: 0,
    broken: undefined as Error | undefined,
    /** Holds a rebuild up until it is let go. */
    gate: Promise.resolve(),
    used,
    faults,
    watch: () =>
      watchTexts({
        texts: {
          revision: async () => self.revision,
          published: async () => {
            self.reads++
            return { revision: self.revision, texts: self.published }
          },
        },
        today: () => self.day,
        use: async (originals) => {
          await self.gate
          if (self.broken) throw self.broken
          used.push(originals)
        },
        onFault: (fault) => void faults.push(fault),
        every: 1000,
      }),
    publish(...texts: readonly OriginalText[]) {
      self.published = texts
      self.revision++
    },
  }
  return self
}

describe('watching what is published', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('takes it into use at once when told to look, and when another replica published, at the next look', async () => {
    const self = shelf()
    const watch = self.watch()
    self.publish(text(1))
    await watch.look()
    expect(self.used).toEqual([[text(1)]])
    self.publish(text(1), text(2))
    await vi.advanceTimersByTimeAsync(1000)
    expect(self.used.at(-1)).toEqual([text(1), text(2)])
    await watch.stop()
  })

  it('reads nothing again while nothing changed, and once more with a new day', async () => {
    const self = shelf()
    const watch = self.watch()
    await watch.look()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(self.reads).toBe(1)
    self.day = '2026-11-24'
    await vi.advanceTimersByTimeAsync(1000)
    expect(self.reads).toBe(2)
    await watch.stop()
  })

  it('misses nothing that is published while it builds, and builds one at a time', async () => {
    const self = shelf()
    let open = () => {}
    self.gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const watch = self.watch()
    self.publish(text(1))
    const first = watch.look()
    await vi.advanceTimersByTimeAsync(1)
    self.publish(text(2))
    const second = watch.look()
    open()
    await Promise.all([first, second])
    expect(self.used).toEqual([[text(1)], [text(2)]])
    await watch.stop()
  })

  it('keeps the old in use when a rebuild fails, says so, and tries again, less and less often', async () => {
    const self = shelf()
    const watch = self.watch()
    await watch.look()
    self.broken = new Error('no memory')
    self.publish(text(1))
    await watch.look()
    expect(self.used).toEqual([[]])
    expect(self.faults).toEqual([self.broken])
    await vi.advanceTimersByTimeAsync(100_000)
    expect(self.faults.length).toBeLessThan(8)
    self.broken = undefined
    await vi.advanceTimersByTimeAsync(61_000)
    expect(self.used.at(-1)).toEqual([text(1)])
    await watch.stop()
  })

  it('ends with the look in hand, and looks no more', async () => {
    const self = shelf()
    const watch = self.watch()
    const looking = watch.look()
    await watch.stop()
    await looking
    self.publish(text(1))
    await vi.advanceTimersByTimeAsync(5000)
    expect(self.used).toEqual([[]])
  })
})
