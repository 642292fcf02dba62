import * as shapes from './sign-off-shapes.ts'

const change = [
  'noToken',
  'forbidden',
  'foreignOrigin',
  'notFound',
  'stale',
  'badRequest',
  'badJson',
  'unsupported',
] as const

/** Papers handed to a second officer. */
export const signOffRoutes = [
  {
    id: 'listSignOffs',
    method: 'get',
    path: '/sign-offs',
    summary: '等自己复核的文书，先送的在前。别的岗位这里是空的。',
    status: 200,
    answer: shapes.SignOffList,
    refusals: ['noToken', 'notFound'],
  },
  {
    id: 'askSignOff',
    method: 'post',
    path: '/cases/{id}/sign-offs',
    summary: '把一份文书送复核：内容就此定下、密封。必须带 Idempotency-Key；同一种文书还没复核的上一稿被代替。',
    body: shapes.AskSignOff,
    repeatable: true,
    status: 201,
    answer: shapes.SignOff,
    refusals: [...change, 'notYours'],
  },
  {
    id: 'decideSignOff',
    method: 'post',
    path: '/cases/{id}/sign-offs/{signOffId}',
    summary: '复核：同意，或者退回并写明哪里要改。只有复核岗位、只能对别人送来的。',
    body: shapes.DecideSignOff,
    status: 200,
    answer: shapes.SignOff,
    refusals: change,
  },
  {
    id: 'readSignOff',
    method: 'get',
    path: '/cases/{id}/sign-offs/{signOffId}/document.docx',
    summary: '送复核或复核过的那一稿（docx），内容是送出时的。每次导出都记台账。',
    status: 200,
    download: true,
    refusals: ['noToken', 'notFound'],
  },
] as const
