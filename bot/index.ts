import { doors } from './doors.ts'
import falseAccusation from './flows/false-accusation.ts'
import report from './flows/report.ts'
import toleranceCheck from './flows/tolerance-check.ts'
import { phrases } from './phrases.ts'
import toleranceRules from './rules/tolerance-check.ts'

/** Everything the assistant asks, judges and says, by name. Nothing is found by looking through folders. */
export const bot = {
  flows: [report, toleranceCheck, falseAccusation],
  rules: toleranceRules,
  phrases,
  doors,
}
