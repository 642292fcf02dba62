import * as hands from './hand-shapes.ts'
import { Standing } from './shapes.ts'

const change = ['noToken', 'forbidden', 'foreignOrigin'] as const
const body = ['badRequest', 'badJson', 'unsupported'] as const

/** Cases passing from hand to hand. */
export const handRoutes = [
  {
    id: 'giveCase',
    method: 'post',
    path: '/cases/{id}/give',
    summary: '交给同事：没人认领的，或者自己手里的。能交给谁，见 readCase 的 colleagues。再发一次不会多做什么。',
    body: hands.Give,
    repeatable: true,
    status: 200,
    answer: Standing,
    refusals: [...change, ...body, 'notFound', 'notYours', 'cannotTake'],
  },
  {
    id: 'takeBackCase',
    method: 'post',
    path: '/cases/{id}/take-back',
    summary: '收回自己交出去的件；对方已经动手的，收不回。',
    repeatable: true,
    status: 200,
    answer: Standing,
    refusals: [...change, 'notFound', 'notYours'],
  },
  {
    id: 'readHeld',
    method: 'get',
    path: '/hand-over',
    summary: '谁手里有哪些件，可以移交给谁。不写 from 就是自己；别人的，只给同单位的复核人员看。',
    query: hands.HeldQuery,
    status: 200,
    answer: hands.Held,
    refusals: ['noToken', 'notFound', 'badRequest'],
  },
  {
    id: 'handOver',
    method: 'post',
    path: '/hand-over',
    summary: '成批移交：一次办完，原来的人不再看得到。必须带 Idempotency-Key，重发时回答同一个结果。',
    body: hands.HandOver,
    repeatable: true,
    status: 200,
    answer: hands.HandedOver,
    refusals: [...change, ...body, 'notFound', 'cannotTake', 'confirmFirst'],
  },
] as const
