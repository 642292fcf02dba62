import { z } from 'zod'

/** Six digits of the officer's authenticator app; each is taken once. */
const Code = z.string().max(20)
export const SignIn = z.strictObject({
  account: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  code: Code.default(''),
})
export const Confirm = z.strictObject({ password: z.string().min(1).max(200), code: Code })

const OfficerFace = z.strictObject({ account: z.string(), name: z.string(), role: z.string() })
export const Session = z.strictObject({
  token: z.string(),
  csrf: z.string(),
  until: z.string(),
  officer: OfficerFace,
})
export const CurrentSession = z.strictObject({ csrf: z.string(), officer: OfficerFace })
