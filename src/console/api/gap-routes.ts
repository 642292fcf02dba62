import * as shapes from './gap-shapes.ts'

const acts = [
  'noToken',
  'forbidden',
  'foreignOrigin',
  'notFound',
  'illegalMove',
  'stale',
  'badRequest',
  'badJson',
  'unsupported',
  'tooLong',
] as const

/** The gap ledger's part of the API. */
export const gapRoutes = [
  {
    id: 'readGaps',
    method: 'get',
    path: '/gaps',
    summary: '知识缺口：没有答上来的问题和次数，以及归成的题目，不记是谁问的。state 只筛题目。',
    query: shapes.GapQuery,
    status: 200,
    answer: shapes.GapList,
    refusals: ['noToken', 'badRequest'],
  },
  {
    id: 'giveGap',
    method: 'post',
    path: '/gaps/{id}/give',
    summary: '交办：to 是账号名，不写就是给自己。',
    body: shapes.GiveGap,
    status: 200,
    answer: shapes.Topic,
    refusals: acts,
  },
  {
    id: 'closeGap',
    method: 'post',
    path: '/gaps/{id}/close',
    summary: '了结：text 是答得上它的文件或答法的编号，或者在 note 里写为什么不答，二选一。',
    body: shapes.CloseGap,
    status: 200,
    answer: shapes.Topic,
    refusals: acts,
  },
  {
    id: 'reopenGap',
    method: 'post',
    path: '/gaps/{id}/reopen',
    summary: '重新打开。',
    body: shapes.ReopenGap,
    status: 200,
    answer: shapes.Topic,
    refusals: acts,
  },
] as const
