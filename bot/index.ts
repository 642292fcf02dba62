import { about } from './about.ts'
import { doors } from './doors.ts'
import { fears } from './fears.ts'
import accountability from './flows/accountability.ts'
import exoneration from './flows/exoneration.ts'
import falseAccusation from './flows/false-accusation.ts'
import handOver from './flows/hand-over.ts'
import quiz from './flows/quiz.ts'
import report from './flows/report.ts'
import revisit from './flows/revisit.ts'
import riskFiling from './flows/risk-filing.ts'
import toleranceApplication from './flows/tolerance-application.ts'
import toleranceCheck from './flows/tolerance-check.ts'
import { phrases } from './phrases.ts'
import { coachPhrases } from './phrases-coach.ts'
import riskFilingRules from './rules/risk-filing.ts'
import toleranceApplicationRules from './rules/tolerance-application.ts'
import toleranceRules from './rules/tolerance-check.ts'

/** Everything the assistant asks, judges and says, by name. Nothing is found by looking through folders. */
export const bot = {
  flows: [
    exoneration,
    revisit,
    report,
    riskFiling,
    toleranceApplication,
    accountability,
    toleranceCheck,
    falseAccusation,
    quiz,
    handOver,
  ],
  rules: [...toleranceRules, ...riskFilingRules, ...toleranceApplicationRules],
  phrases: { ...phrases, ...coachPhrases },
  doors,
  about,
  fears,
}
