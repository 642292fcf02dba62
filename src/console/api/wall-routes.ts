import * as walls from './wall-shapes.ts'

/** Conflicts of interest. */
export const wallRoutes = [
  {
    id: 'readWall',
    method: 'get',
    path: '/cases/{id}/walls',
    summary: '谁要回避这一件。要回避的人自己查不到这一件。',
    status: 200,
    answer: walls.Wall,
    refusals: ['noToken', 'notFound'],
  },
  {
    id: 'setWall',
    method: 'post',
    path: '/cases/{id}/walls',
    summary: '设置或者取消回避。办件的人和复核人员可以设，只有复核人员可以取消。手里认领着的自动放回。',
    body: walls.SetWall,
    status: 204,
    refusals: ['noToken', 'forbidden', 'foreignOrigin', 'notFound', 'badRequest', 'badJson', 'unsupported'],
  },
] as const
