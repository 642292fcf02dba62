import type { CaseKind } from '../../src/intake/index.ts'
import { accountability } from './accountability.ts'
import { exoneration } from './exoneration.ts'
import { handOver } from './hand-over.ts'
import { report } from './report.ts'
import { revisit } from './revisit.ts'
import { riskFiling } from './risk-filing.ts'
import { riskFilingNewArea } from './risk-filing-newarea.ts'
import { toleranceApplication } from './tolerance-application.ts'
import { toleranceCheck } from './tolerance-check.ts'

/** Every kind of case; the id is the flow whose forms it takes, or `edition` says which. */
export const cases: readonly CaseKind[] = [
  report,
  toleranceCheck,
  riskFiling,
  riskFilingNewArea,
  toleranceApplication,
  exoneration,
  revisit,
  accountability,
  handOver,
]
