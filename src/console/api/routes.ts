import type { z } from 'zod'
import type { Refusal } from '../../base/index.ts'
import { clerkRoutes } from './clerk-routes.ts'
import { gapRoutes } from './gap-routes.ts'

import { handRoutes } from './hand-routes.ts'

import { ledgerRoutes } from './ledger-routes.ts'

import { DocumentQuery } from './paper-shapes.ts'
import * as shapes from './shapes.ts'
import { signOffRoutes } from './sign-off-routes.ts'
import { statisticsRoutes } from './statistics-routes.ts'
import * as texts from './text-shapes.ts'
import { wallRoutes } from './wall-routes.ts'

/** One operation of the API. The router is built from this table and the OpenAPI document printed from it. */
export interface ApiRoute {
  readonly id: string
  readonly method: 'get' | 'post' | 'delete'
  /** Below `/api/v1`, with `{id}` for the case number and `{fileId}` for a file of it. */
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Takes `multipart/form-data`: a part `file`, and these beside it. */
  readonly upload?: z.ZodType
  /** May be sent again under the same `Idempotency-Key` without a second effect. */
  readonly repeatable?: true
  readonly status: 200 | 201 | 204
  readonly answer?: z.ZodType
  /** Answers with the bytes of a file instead. */
  readonly download?: true
  /** Answered without a session. */
  readonly anyone?: true
  readonly refusals: readonly Refusal[]
}

const read = ['noToken'] as const
const change = ['noToken', 'forbidden', 'foreignOrigin'] as const

export const routes = [
  {
    id: 'openSession',
    method: 'post',
    path: '/session',
    summary:
      '登录。code 是手机上的六位验证码，每个只能用一次。返回的 token 可放进 Authorization: Bearer；同时写入会话 Cookie。',
    body: shapes.SignIn,
    status: 201,
    answer: shapes.Session,
    anyone: true,
    refusals: ['badToken', 'codeFirst', 'badRequest', 'badJson', 'unsupported', 'tooMany', 'foreignOrigin'],
  },
  {
    id: 'readSession',
    method: 'get',
    path: '/session',
    summary: '当前会话：是谁，以及改动时要带的 CSRF 令牌。',
    status: 200,
    answer: shapes.CurrentSession,
    refusals: read,
  },
  {
    id: 'closeSession',
    method: 'delete',
    path: '/session',
    summary: '退出登录。',
    status: 204,
    refusals: change,
  },
  {
    id: 'confirmSession',
    method: 'post',
    path: '/session/confirm',
    summary: '再给一次密码和验证码；之后五分钟里可以做要紧的事。',
    body: shapes.Confirm,
    status: 204,
    refusals: [...change, 'badToken', 'tooMany', 'badRequest', 'badJson', 'unsupported'],
  },
  {
    id: 'listCases',
    method: 'get',
    path: '/cases',
    summary: '办件列表，期限近的在前，不含内容和姓名。q 在件里写的话中查找；查的词不写进台账。',
    query: shapes.QueueQuery,
    status: 200,
    answer: shapes.CaseList,
    refusals: [...read, 'badRequest'],
  },
  {
    id: 'readCase',
    method: 'get',
    path: '/cases/{id}',
    summary: '一件的全部：表单、原话、依据、往来、附件、台账。',
    status: 200,
    answer: shapes.CaseFile,
    refusals: [...read, 'notFound'],
  },
  {
    id: 'readFile',
    method: 'get',
    path: '/cases/{id}/files/{fileId}',
    summary: '下载一个附件。每次下载都记台账。',
    status: 200,
    download: true,
    refusals: [...read, 'notFound'],
  },
  {
    id: 'claimCase',
    method: 'post',
    path: '/cases/{id}/claim',
    summary: '认领。已由自己认领时不再改变什么。',
    repeatable: true,
    status: 200,
    answer: shapes.Standing,
    refusals: [...change, 'notFound', 'notYours'],
  },
  {
    id: 'releaseCase',
    method: 'post',
    path: '/cases/{id}/release',
    summary: '放回，让别人可以认领。',
    repeatable: true,
    status: 200,
    answer: shapes.Standing,
    refusals: [...change, 'notFound', 'notYours'],
  },
  {
    id: 'actOnCase',
    method: 'post',
    path: '/cases/{id}/actions',
    summary:
      '办理：readCase 的 moves 里有的步骤，例如受理 accept、请对方补充 ask、转办 transfer、办结 close；inputs 里写要填的，items 里写请对方补的项。',
    body: shapes.Action,
    repeatable: true,
    status: 200,
    answer: shapes.Standing,
    refusals: [
      ...change,
      'notFound',
      'notYours',
      'stale',
      'illegalMove',
      'moveNeeds',
      'badRequest',
      'badJson',
      'unsupported',
      'tooLong',
    ],
  },
  {
    id: 'readDocument',
    method: 'get',
    path: '/cases/{id}/document.docx',
    summary:
      '文书稿（docx），照这一件的内容生成；readCase 的 papers 里有哪几种，不写 paper 就是第一种。每次导出都记台账。',
    query: DocumentQuery,
    status: 200,
    download: true,
    refusals: [...read, 'notFound', 'badRequest'],
  },
  {
    id: 'readAudit',
    method: 'get',
    path: '/audit',
    summary: '台账，新的在前：谁在什么时候看了、动了哪一件。',
    query: shapes.AuditQuery,
    status: 200,
    answer: shapes.AuditPage,
    refusals: [...read, 'notFound', 'badRequest'],
  },
  ...handRoutes,
  ...ledgerRoutes,
  ...signOffRoutes,
  ...clerkRoutes,
  ...wallRoutes,
  ...statisticsRoutes,
  ...gapRoutes,
  {
    id: 'listTexts',
    method: 'get',
    path: '/texts',
    summary: '文件原文：已发布的、等人核对的、撤回的，新提出的在前。',
    status: 200,
    answer: texts.TextList,
    refusals: [...read, 'notFound'],
  },
  {
    id: 'proposeText',
    method: 'post',
    path: '/texts',
    summary: '上传一份文件原文，等另一位同事核对。读不出来的项列在 missing 里，到页面上补齐。',
    upload: texts.TextUpload,
    status: 201,
    answer: texts.ProposedText,
    refusals: [
      ...change,
      'notFound',
      'textNone',
      'textType',
      'textEmpty',
      'textTooLarge',
      'textTooMany',
      'textScanned',
      'textLocked',
      'textBroken',
      'textHostile',
      'textCharset',
      'textCharsetUnclear',
      'textTwice',
      'textSays',
      'uploadBroken',
      'unsupported',
      'tooMany',
    ],
  },
  {
    id: 'publishText',
    method: 'post',
    path: '/texts/{id}/publish',
    summary: '发布一份文件原文。发布的人不能是提出的人；revision 是核对时看到的那个。',
    body: texts.TextPlace,
    status: 200,
    answer: texts.PublishedText,
    refusals: [
      ...change,
      'notFound',
      'textSelf',
      'textIncomplete',
      'textOver',
      'textMoved',
      'textOvertaken',
      'textTwice',
      'stale',
      'badRequest',
      'badJson',
      'unsupported',
    ],
  },
] as const satisfies readonly ApiRoute[]

export type Operation = (typeof routes)[number]['id']
