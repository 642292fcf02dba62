import * as shapes from './clerk-shapes.ts'

/** What came by phone, letter or visit. */
export const clerkRoutes = [
  {
    id: 'listForms',
    method: 'get',
    path: '/forms',
    summary: '替人登记时能填的表，和网上的一样；列表里的 [0] 可以写到 [9]。',
    status: 200,
    answer: shapes.FormList,
    refusals: ['noToken', 'notFound'],
  },
  {
    id: 'writeDown',
    method: 'post',
    path: '/cases',
    summary: '登记来电、来信、来访。必须带 Idempotency-Key，重发时还是那一件、那个回执。',
    body: shapes.WriteDown,
    repeatable: true,
    status: 201,
    answer: shapes.Written,
    refusals: [
      'noToken',
      'forbidden',
      'foreignOrigin',
      'notFound',
      'formLacks',
      'badRequest',
      'badJson',
      'unsupported',
      'notSaved',
    ],
  },
] as const
