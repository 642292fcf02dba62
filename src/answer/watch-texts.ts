import type { OriginalText } from '../originals/index.ts'
import type { Texts } from '../runtime/index.ts'

export interface Watch {
  /** Looks now. Resolves when what is published is in use, or could not be taken (`onFault` was told). Never rejects. */
  look(): Promise<void>
  /** Resolves when the look in hand is over, so that the database may be closed. */
  stop(): Promise<void>
}

export interface Watching {
  readonly texts: Pick<Texts, 'published' | 'revision'>
  /** ISO day: with a new day other editions may be in force. */
  readonly today: () => string
  /** Takes what is published into use; what it throws leaves the old in use. */
  use(originals: readonly OriginalText[]): Promise<void>
  onFault(fault: unknown): void
  /** Milliseconds between two looks; another replica may have published. */
  readonly every?: number
}

/** Three seconds: whoever publishes on another replica and asks here at once is told the old text at worst that long. */
const usualEvery = 3000
/** After failures in a row as many looks are left out, at most these: some three minutes. */
const mostSkipped = 60

/** Keeps what is published in use, from now until it is stopped. Its timer holds no process. */
export function watchTexts({ texts, today, use, onFault, every = usualEvery }: Watching): Watch {
  let known: string | undefined
  let running: Promise<void> | undefined
  let again = false
  let failures = 0
  let skip = 0

  const once = async () => {
    try {
      const day = today()
      if (known === `${await texts.revision()}/${day}`) return
      const { revision, texts: originals } = await texts.published()
      await use(originals)
      known = `${revision}/${day}`
      failures = 0
    } catch (fault) {
      failures++
      skip = Math.min(2 ** failures, mostSkipped)
      onFault(fault)
    }
  }
  const all = async () => {
    do {
      again = false
      await once()
    } while (again)
    running = undefined
  }
  const look = () => {
    // What was published after the look in hand began is not in it.
    if (running) again = true
    else running = all()
    return running ?? Promise.resolve()
  }
  const timer = setInterval(() => {
    if (running) return
    if (skip > 0) skip--
    else void look()
  }, every)
  timer.unref()
  return {
    look,
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
