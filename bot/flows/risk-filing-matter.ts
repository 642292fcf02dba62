import { defineSteps } from '../../src/flow/index.ts'
import { xuchangItems } from '../rules/tolerance-items.ts'

/** 备什么案：事项、对应正面清单的哪一项、哪个单位。 */
export const filingMatter = defineSteps([
  {
    ask: {
      id: 'matter',
      kind: 'text',
      label: '事项',
      aka: ['什么事', '具体事项', '备案事项'],
      ask: '要备案的是件什么事？打算怎么做、为什么非这样做不可，一两句话说说就行。',
      short: '要备案的是什么事？',
      why: '知道是什么事，才能对到正面清单里的哪一项。',
      example: '省重点项目抢工期，土地手续还在批，打算先平整场地。',
    },
    only: { area: '许昌' },
  },
  {
    tell: 'late',
    only: { area: '许昌', started: 'yes' },
    says: [
      {
        text: '备案是动手以前的程序：先经班子研究、形成纪要，再提出申请。您这件事已经动手，请尽快如实向组织报告，能不能再备案要问市纪委监委。',
        cites: ['xuchang.filing.step.1'],
      },
    ],
  },
  {
    ask: {
      id: 'item',
      kind: 'choice',
      label: '对应的情形',
      derive: 'matter',
      aka: ['情形', '哪一项', '正面清单'],
      ask: '这件事最像正面清单里的哪一项？',
      short: '最像哪一项？都不像就回复“都不像”。',
      why: '单位认为事项符合正面清单，才谈得上备案。对不上的，由组织认定。',
      example: '回复序号就行；都不像就说“都不像”。',
      options: {
        ...xuchangItems,
        // biome-ignore format: 一组词一行
        none: { label: '都不像', words: ['都不像', '都不是', '都不沾', '都不靠', '不像', '哪个都不', '哪一项都不', '哪种都不', '一个都不', '对不上', '一个都对不上', '都对不上', '没有像的', '没一个像', '不在里面', '别的'] },
      },
    },
    only: { area: '许昌' },
  },
  {
    ask: {
      id: 'unit',
      kind: 'text',
      like: 'unit',
      hears: true,
      max: 80,
      label: '申请单位',
      aka: ['单位', '哪个单位'],
      ask: '是哪个单位要备案？写单位名称就行。',
      short: '哪个单位？',
      why: '备案由单位党组（党委）提出书面申请，不是个人申请，所以要写清是哪个单位。',
      example: '市住建局；某某县交通运输局',
      cite: 'xuchang.filing.step.2',
    },
    only: { area: '许昌' },
  },
])
