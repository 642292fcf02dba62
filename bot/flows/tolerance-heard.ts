import { defineSteps } from '../../src/flow/index.ts'

/** 不专门问，话里说到就记下的：出于工作、备过案、提醒后仍继续、形象工程。 */
export const heardOnTheWay = defineSteps([
  {
    ask: {
      id: 'matter_hint',
      kind: 'text',
      label: '一开始提到的事',
      silent: true,
      inner: true,
      ask: '一开始提到的是什么事？',
      why: '开口说到的事，先记个大概。',
      example: '有个重点项目工期紧',
    },
  },
  {
    ask: {
      id: 'public_interest',
      kind: 'yesNo',
      label: '出于工作',
      silent: true,
      hears: true,
      ask: '是不是为了工作、为了群众利益？',
      why: '动机是要看的一项。',
      example: '是，为了抢险',
      yes: ['为了工作', '为工作', '为公', '为了群众', '为老百姓', '出于公心', '为了发展', '为了公共利益'],
      no: [],
    },
  },
  {
    ask: {
      id: 'filed',
      kind: 'yesNo',
      label: '备过案',
      silent: true,
      hears: true,
      ask: '事前备过案吗？',
      why: '备过案的，要看备案时有没有隐瞒。',
      example: '备过',
      yes: ['备过案', '备案过', '备了案', '已经备案', '已备案', '备案了', '报过备'],
      no: ['没备案', '没有备案', '未备案', '没备过案'],
    },
  },
  {
    ask: {
      id: 'warned',
      kind: 'yesNo',
      label: '提醒后仍继续',
      silent: true,
      hears: true,
      ask: '组织提醒、群众反映以后，是不是还在继续？',
      why: '提醒以后仍不听劝阻、造成不良影响的，不在容错范围里。',
      example: '提醒过，但还是继续了',
      yes: ['提醒过还', '提醒后还', '提醒了还', '提醒过，但', '不听劝', '没听劝', '劝了也没'],
      no: ['提醒后就停', '提醒以后就停', '一提醒就停', '提醒后改了'],
    },
  },
  {
    ask: {
      id: 'show_project',
      kind: 'yesNo',
      label: '形象工程',
      silent: true,
      hears: true,
      ask: '是不是形象工程、政绩工程？',
      why: '不担当不作为、搞形象工程的，不在容错范围里。',
      example: '不是',
      yes: ['形象工程', '政绩工程', '面子工程'],
      no: ['不是形象工程', '不是政绩工程', '不是面子工程'],
    },
  },
])
