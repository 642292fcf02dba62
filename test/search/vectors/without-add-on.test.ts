import { expect, it, vi } from 'vitest'
import { openVectors } from '../../../src/search/index.ts'

vi.mock('hnswlib-node', () => {
  throw new Error('not built on this machine')
})

it('goes on without the add-on, by exact scan, and says so', async () => {
  const notices: string[] = []
  const clauses = Array.from({ length: 30 }, (_, n) => ({ id: `${n}`, text: n === 7 ? '澄清正名' : `举报第${n}件` }))
  const vectors = await openVectors({
    clauses,
    limits: { scan: 5 },
    onFault: (fault) => {
      throw fault
    },
    onNotice: (notice) => notices.push(notice),
  })
  expect(vectors.exact).toBe(true)
  expect(notices.join()).toContain('hnswlib-node')
  const point = await vectors.embed('澄青')
  expect(point && vectors.nearest(point, 1)[0]?.row).toBe(7)
})
