import type { CaseKind } from '../../src/intake/index.ts'
import { report } from './report.ts'
import { toleranceCheck } from './tolerance-check.ts'

/** Every kind of case; the id is the flow whose forms it takes. */
export const cases: readonly CaseKind[] = [report, toleranceCheck]
