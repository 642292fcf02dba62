import { afterEach, beforeEach, describe } from 'vitest'
import { acknowledgingContract } from './channel/acknowledging.ts'
import { arrivingContract } from './channel/arriving.ts'
import { type Bench, openBench } from './channel/bench.ts'
import { choicesContract } from './channel/choices.ts'
import { deliveringContract } from './channel/delivering.ts'
import { longTextContract } from './channel/long-text.ts'
import { receiptsContract } from './channel/receipts.ts'
import type { ChannelSubject } from './channel/subject.ts'
import { undeliverableContract } from './channel/undeliverable.ts'
import { verifyingContract } from './channel/verifying.ts'

/** What every channel must do, whoever's door it is: the real house behind it, a stand-in for its vendor before it. */
export function channelContract(subject: ChannelSubject): void {
  describe(subject.name, () => {
    let bench: Bench
    beforeEach(async () => {
      bench = await openBench(subject)
    })
    afterEach(() => bench.close())
    const at = () => bench

    verifyingContract(at)
    arrivingContract(at)
    acknowledgingContract(at, subject)
    // Where clients read the log under a secret of their own, an officer's word is posted to it: test/whole/report holds that.
    if (subject.delivery === 'push') {
      deliveringContract(at)
      longTextContract(at, subject)
    }
    choicesContract(at)
    receiptsContract(at)
    if (subject.delivery === 'push') undeliverableContract(at)
  })
}
