import type { PaperKind } from '../../src/intake/index.ts'
import { clarificationLetter } from './clarification-letter.ts'
import { registration } from './registration.ts'
import { revisitRecord } from './revisit-record.ts'
import { riskFilingApplication } from './risk-filing-application.ts'
import { toleranceApplicationPaper } from './tolerance-application.ts'

/** Every official paper; which kinds of case it is made of stands in it. */
export const papers: readonly PaperKind[] = [
  registration,
  riskFilingApplication,
  toleranceApplicationPaper,
  clarificationLetter,
  revisitRecord,
]
