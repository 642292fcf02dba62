import { Statistics } from './statistics-shapes.ts'

/** Statistics' part of the API. */
export const statisticsRoutes = [
  {
    id: 'readStatistics',
    method: 'get',
    path: '/statistics',
    summary:
      '统计：本人看得到的件按类别、状态、时限、月份和地区计数，不含任何内容。1 到 4 件为 few，为防推算另外隐去的为 withheld。审计管理只看件数，不看地区。',
    status: 200,
    answer: Statistics,
    refusals: ['noToken', 'notFound'],
  },
] as const
