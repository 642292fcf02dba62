import { Refused } from '../base/index.ts'
import { read } from './read.ts'
import type { Reply, Task } from './reader.ts'

/**
 * The process a file is read in. Gets one task, sends one reply, ends; whatever goes wrong here ends here.
 */
process.on('message', (task: Task) => {
  const answer = (reply: Reply) => process.send?.(reply, () => process.exit(0))
  read({ name: task.name, bytes: task.bytes }, task.charset).then(
    (found) => answer({ type: 'text', found }),
    (error: unknown) => {
      if (error instanceof Refused) answer({ type: 'refused', code: error.code })
      // A stack run out or a size beyond a string: the file did it, and it is no reader's fault.
      else if (error instanceof RangeError) answer({ type: 'refused', code: 'textHostile' })
      else answer({ type: 'failed', name: error instanceof Error ? error.name : typeof error })
    },
  )
})
process.send?.({ type: 'ready' } satisfies Reply)
