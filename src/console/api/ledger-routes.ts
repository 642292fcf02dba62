import * as shapes from './ledger-shapes.ts'

const change = ['noToken', 'forbidden', 'foreignOrigin', 'notFound', 'notYours'] as const
const written = ['badRequest', 'badJson', 'unsupported'] as const

/** 重复举报台账's part of the API. */
export const ledgerRoutes = [
  {
    id: 'readDuplicates',
    method: 'get',
    path: '/cases/{id}/duplicates',
    summary:
      '可能和这一件是同一件事的办件：哪些栏相同、各自多了什么，以及已经并案的、认定不是一件事的。只在本人看得到的件里找，只作提示，不作认定。',
    status: 200,
    answer: shapes.Duplicates,
    refusals: ['noToken', 'notFound', 'noKey'],
  },
  {
    id: 'linkCase',
    method: 'post',
    path: '/cases/{id}/links',
    summary:
      '把这一件并到另一件，须由认领这一件的人来做。两件的状态、时限和回执都不变；newFactsApart 为真时，这一件多出来的事实单列在另一件上。已经并好的再发一次，不再改变什么。',
    body: shapes.Link,
    repeatable: true,
    status: 200,
    answer: shapes.Linked,
    refusals: [...change, 'stale', 'linkSelf', 'linkKind', 'linkTwice', 'linkChain', 'linkSubs', ...written],
  },
  {
    id: 'unlinkCase',
    method: 'delete',
    path: '/cases/{id}/links/{to}',
    summary: '撤销并案：两件都和并案以前一样。并过又撤销的记录留在台账上。',
    status: 200,
    answer: shapes.Linked,
    refusals: [...change, 'stale'],
  },
  {
    id: 'tellApart',
    method: 'post',
    path: '/cases/{id}/apart',
    summary: '记下两件不是一件事，以后不再提示；apart 为假时取消。须由认领其中一件的人来做。',
    body: shapes.Apart,
    repeatable: true,
    status: 200,
    answer: shapes.Duplicates,
    refusals: [...change, 'linkSelf', ...written],
  },
  {
    id: 'readLedger',
    method: 'get',
    path: '/ledger',
    summary:
      '重复举报台账：还没有处理的提示（suggested）、并案（linked）、撤销的并案（revoked）、认定不是一件事的（apart），新的在前。',
    query: shapes.LedgerQuery,
    status: 200,
    answer: shapes.LedgerPage,
    refusals: ['noToken', 'notFound', 'badRequest'],
  },
] as const
