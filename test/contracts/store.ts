import { afterEach, beforeEach, describe } from 'vitest'
import { arrivalsContract } from './store/arrivals.ts'
import { attachmentsContract } from './store/attachments.ts'
import { auditContract } from './store/audit.ts'
import { auditChainContract } from './store/audit-chain.ts'
import { bindingsContract } from './store/bindings.ts'
import { caseIndexContract } from './store/case-index.ts'
import { casesContract } from './store/cases.ts'
import { claimsContract } from './store/claims.ts'
import { draftsContract } from './store/drafts.ts'
import { gapTopicsContract } from './store/gap-topics.ts'
import { gapsContract } from './store/gaps.ts'

import { handsContract } from './store/hands.ts'

import { linksContract } from './store/links.ts'

import { memoryContract } from './store/memory.ts'
import { officersContract } from './store/officers.ts'
import { outboxContract } from './store/outbox.ts'
import { queueContract } from './store/queue.ts'
import { retentionContract } from './store/retention.ts'
import { sightContract } from './store/sight.ts'
import type { OpenStore, StoreSubject, Subject } from './store/subject.ts'
import { talksContract } from './store/talks.ts'
import { textsContract } from './store/texts.ts'
import { turnsContract } from './store/turns.ts'

/** What every store must do, whatever lies beneath; the suites are by thing, as src/store is. */
export function storeContract({ name, open }: StoreSubject): void {
  describe(name, () => {
    let opened: OpenStore
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())
    const subject: Subject = () => opened

    turnsContract(subject)
    arrivalsContract(subject)
    talksContract(subject)
    outboxContract(subject)
    attachmentsContract(subject)
    casesContract(subject)
    caseIndexContract(subject)
    bindingsContract(subject)
    draftsContract(subject)
    claimsContract(subject)
    queueContract(subject)
    auditContract(subject)
    auditChainContract(subject)
    gapsContract(subject)
    gapTopicsContract(subject)
    officersContract(subject)
    sightContract(subject)
    handsContract(subject)
    linksContract(subject)
    textsContract(subject)
    memoryContract(subject)
    retentionContract(subject)
  })
}
