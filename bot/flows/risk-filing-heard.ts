import { defineSteps } from '../../src/flow/index.ts'
import { xuchangRedlines } from '../rules/tolerance-items.ts'

/** 不专门问，话里说到就记下的：开没开会、动没动手、事项本身有没有碰到负面清单。 */
export const filingHeard = defineSteps([
  {
    ask: {
      id: 'meeting',
      kind: 'yesNo',
      label: '班子研究',
      silent: true,
      hears: true,
      ask: '领导班子研究过了吗？',
      why: '备案的第一步是领导班子研究、形成会议纪要。',
      example: '研究过了，有纪要；还没上会',
      // biome-ignore format: 一组词一行
      yes: ['碰过头', '形成纪要了', '形成了纪要', '出了纪要', '纪要出了', '纪要有了', '已经有纪要', '班子定了', '班子通过', '开完会', '开过会', '会开了', '会开过', '上过会', '上会了', '已经上会', '已经开会', '已经研究', '研究过', '研究通过', '纪要出来', '有纪要', '纪要下来', '开会定了', '会上定了'],
      // biome-ignore format: 一组词一行
      no: ['才开会', '才上会', '才碰头', '没碰头', '还没碰', '没纪要', '班子还没', '党组还没', '党委还没', '会没开', '没开会', '没有开会', '没开过会', '没上会', '没有上会', '没上过会', '没研究', '没有研究', '会还没', '纪要还没', '没有纪要', '还没纪要', '没形成纪要', '准备开会', '准备上会', '等开会', '等上会', '下周开会', '下周上会', '下次上会'],
    },
  },
  {
    ask: {
      id: 'started',
      kind: 'yesNo',
      label: '已经动手',
      silent: true,
      hears: true,
      ask: '这件事已经动手了吗？',
      why: '备案是动手以前的程序。',
      example: '已经进场',
      // biome-ignore format: 一组词一行
      yes: ['已经开工', '已经动工', '已经进场', '已经干了', '已经做了', '已经动手', '干完了', '做完了', '完工了', '干了一半', '做了一半'],
      no: [],
    },
  },
  {
    ask: {
      id: 'redline',
      kind: 'choice',
      many: true,
      derive: 'matter',
      label: '碰到的负面情形',
      silent: true,
      ask: '这件事有没有碰到负面清单里的哪一种？',
      why: '备案以后出现这些情形，照样要追究责任。',
      example: '没有',
      options: xuchangRedlines,
    },
  },
])
