import { defineSteps } from '../../src/flow/index.ts'

/** 小测的中间三题：没有证据怎么办、没查实算不算诬告、编的不能加。 */
export const mistakenQuestions = defineSteps([
  {
    ask: {
      id: 'evidence',
      kind: 'choice',
      label: '没有证据',
      aka: ['没有证据'],
      ask: '第五题：手里没有证据，又想让机关查清楚，怎么做合适？',
      short: '没有证据怎么办？',
      why: '查账、取证是机关的事，您把知道的说清楚就好，犯不上自己去冒险。',
      example: '回复“1”；或者“照实写上知道的”。',
      cite: 'nat.write.tips',
      effect: '这一题是这样：证据或者线索，有一样就行，写清楚谁知道、到哪里能查到。',
      options: {
        合适: {
          label: '照实写上自己知道的，请机关去核实',
          // biome-ignore format: 一组词一行
          words: ['线索', '写上', '照实', '请机关', '让机关', '机关去查', '知道的写', '如实写'],
        },
        偷: {
          label: '溜进他办公室翻账本，拿到再说',
          // biome-ignore format: 一组词一行
          words: ['溜进', '翻账本', '翻他', '偷账本', '去偷', '偷拿', '进他办公室', '拿到再说'],
        },
        不说: {
          label: '没有证据就别开口',
          // biome-ignore format: 一组词一行
          words: ['别开口', '不说', '不反映', '没证据就', '不吭声'],
        },
      },
    },
  },
  {
    tell: 'evidence_fits',
    only: { evidence: '合适' },
    says: [
      {
        text: '对。要写的是“证据或者线索”，谁在场、账在哪里、哪天的事，都是线索。正当拿得到的就附上，拿不到的让机关去查。',
        cites: ['nat.write.tips'],
      },
    ],
  },
  {
    tell: 'evidence_mixed',
    only: { evidence: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：没有证据也能反映，写的是“证据或者线索”。谁在场、账在哪里、哪天的事，都是线索；查账取证是机关的事，不用您去冒险。',
        cites: ['nat.write.tips'],
      },
    ],
  },
  {
    ask: {
      id: 'mistaken',
      kind: 'choice',
      label: '没查实',
      aka: ['没查实'],
      ask: '第六题：照实反映了，查下来没有这回事，算不算诬告？',
      short: '没查实算诬告吗？',
      why: '这是大家心里最怕的一件事，先弄清楚，才敢说真话。',
      example: '回复“2”；或者“不算”。',
      cite: 'nat.criminal.243.exempt',
      effect: '记住一句就好：照实说的、记错看错的，不按诬告处理。',
      options: {
        算: {
          label: '算，没查实就是诬告',
          // biome-ignore format: 一组词一行
          words: ['就是诬告', '算诬告', '要抓', '要坐牢'],
        },
        合适: {
          label: '不算，照实说的、记错的，和诬告是两回事',
          // biome-ignore format: 一组词一行
          words: ['不算', '不算诬告', '两回事', '不是诬告', '不是一回事', '错告'],
        },
      },
    },
  },
  {
    tell: 'mistaken_fits',
    only: { mistaken: '合适' },
    says: [
      {
        text: '对，这一条先放在心里：只要不是捏造事实、伪造证据，哪怕有出入，甚至是错告，也要和诬告严格分开。',
        cites: ['nat.crimproc.111'],
      },
      {
        text: '属于错告的，不按诬告陷害处理；刑法也写明，错告、检举失实的，不适用诬告陷害罪。',
        cites: ['nat.rule.45', 'nat.criminal.243.exempt'],
      },
    ],
  },
  {
    tell: 'mistaken_mixed',
    only: { mistaken: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混，先请您放心：只要不是捏造事实、伪造证据，哪怕有出入，甚至是错告，也要和诬告严格分开。',
        cites: ['nat.crimproc.111'],
      },
      {
        text: '属于错告的，不按诬告陷害处理；刑法也写明，错告、检举失实的，不适用诬告陷害罪。',
        cites: ['nat.rule.45', 'nat.criminal.243.exempt'],
      },
    ],
  },
  {
    ask: {
      id: 'invented',
      kind: 'choice',
      label: '添油加醋',
      aka: ['添油加醋'],
      ask: '第七题：怕机关不重视，多编两件事加进去，行不行？',
      short: '编两件加进去行吗？',
      why: '真事里掺了编的，真的那件也跟着没人信了。',
      example: '回复“2”；或者“不行，只写真的”。',
      cite: 'nat.const.41.right',
      effect: '这一题是这样：知道多少写多少，不夸大，真的那件才站得住。',
      options: {
        行: {
          label: '行，反正机关会去查',
          // biome-ignore format: 一组词一行
          words: ['可以编', '编两件', '编几件', '反正', '会去查'],
        },
        合适: {
          label: '不行，只写自己知道的',
          // biome-ignore format: 一组词一行
          words: ['不行', '不可以', '不能编', '不编', '知道的', '照实写', '实话实说', '写真的', '只写真', '如实'],
        },
      },
    },
  },
  {
    tell: 'invented_fits',
    only: { invented: '合适' },
    says: [
      { text: '对。知道多少写多少，不夸大，真的那件才站得住。', cites: ['nat.write.tips'] },
      { text: '检举控告是宪法给的权利，同一条也写着，不得捏造或者歪曲事实。', cites: ['nat.const.41.right'] },
    ],
  },
  {
    tell: 'invented_mixed',
    only: { invented: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：编的一件，会连累真的那件。检举控告是宪法给的权利，同一条也写着，不得捏造或者歪曲事实。',
        cites: ['nat.const.41.right'],
      },
      {
        text: '捏造事实、又存心让人受追究、坏名声，两样都有，才是诬告陷害；知道多少写多少，就离它很远。',
        cites: ['nat.rule.39'],
      },
    ],
  },
])
