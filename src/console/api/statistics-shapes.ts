import { z } from 'zod'

const Row = z.strictObject({
  label: z.string(),
  /** A number; `few` for 1 to 4; `withheld` where the number would betray one of those. */
  shown: z.union([z.number().int(), z.enum(['few', 'withheld'])]),
  says: z.string(),
})

export const Statistics = z.strictObject({
  on: z.iso.date(),
  total: Row,
  breakdowns: z.array(
    z.strictObject({ id: z.string(), title: z.string(), note: z.string().optional(), rows: z.array(Row) }),
  ),
})
