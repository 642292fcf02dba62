import { defineFlow } from '../../src/flow/index.ts'
import { applicationConduct } from './tolerance-application-conduct.ts'
import { applicationElsewhere } from './tolerance-application-elsewhere.ts'
import { applicationHandIn } from './tolerance-application-hand-in.ts'
import { sixLooks } from './tolerance-application-looks.ts'
import { applicationRoute } from './tolerance-application-route.ts'

/** 容错申请：只有南阳有申请办理的程序。帮着写清楚、说明向谁提出；容不容，由有权机关集体研究决定。 */
export default defineFlow({
  id: 'tolerance-application',
  edition: '2026-11-01',
  title: '容错申请',
  aka: ['容错申请', '申请容错', '免责申请', '减责申请'],
  opening: '好，我陪您把容错申请要写的一项一项说清楚。能不能容，最后由有权机关研究决定，我只帮您写明白、对照条件。',
  opensOn: [
    [
      // biome-ignore format: 一组词一行
      ['我要', '我想', '想', '要', '帮我', '帮忙', '给我', '来', '开始', '打算', '准备', '需要', '得', '去', '写', '填', '交', '办', '提', '递', '打', '请', '替', '代表', '书面', '我们', '我单位', '我局', '我镇'],
      // biome-ignore format: 一组词一行
      ['申请容错', '容错申请', '申请免责', '免责申请', '申请减责', '减责申请', '申请免予处分', '申请不予处分', '申请免予处理', '申请从轻', '申请减轻处分', '申请减轻处理', '申请从宽', '容错的申请', '容错纠错申请', '免责减责申请', '申请个容错', '提容错', '提个容错', '提出容错', '提一下容错', '容错报告', '容错的报告', '请组织容错', '请求容错', '要求容错', '请求免责', '要求免责'],
    ],
    [
      [
        '我申请容错',
        '写容错申请',
        '填容错申请',
        '办容错申请',
        '开始填写容错申请',
        '容错申请书',
        '我要求容错',
        '提交容错申请',
        '启动容错申请',
      ],
    ],
  ],
  notOn: [
    // biome-ignore format: 别的事，或者问程序
    ...['容错备案', '事前备案', '找谁', '向谁', '交给谁', '交到哪', '申请流程', '申请程序', '申请条件', '申请步骤', '想了解', '咨询', '想问', '模板', '范文'],
    // biome-ignore format: 已经申请过，别人申请，不申请
    ...['已经申请容错', '申请过容错', '申请了容错', '容错申请被', '容错申请已经', '容错申请交上去', '人申请容错', '不想申请', '不申请', '不用申请', '不要申请', '先不申请', '不打算申请', '不想写'],
  ],
  matter: 'matter',
  closing: '好的，这份申请没有提交。情况有变化，或者材料备齐了，随时再来。',
  submitted: [
    {
      text: '按照材料，这样的申请要书面提出，向谁提：{route_to}。',
      cites: ['nanyang.route.1', 'nanyang.route.2', 'nanyang.route.3'],
    },
    {
      text: '受理以后，受理机关5个工作日内提出拟办意见，呈领导审批后启动；接着成立调查组，听取您本人和单位的意见，写出书面报告；再由领导班子集体研究决定。',
      cites: ['nanyang.step.2', 'nanyang.step.3', 'nanyang.step.4'],
    },
    { text: '作出容错决定的，决定以后5个工作日内书面反馈。', cites: ['nanyang.step.5'] },
    { text: '调查核实、研究认定各要多久，材料里没有写，我不能替您猜。', cites: ['nanyang.step.gap'] },
  ],
  steps: [
    {
      ask: {
        id: 'area',
        kind: 'place',
        label: '地方',
        aka: ['地区', '哪里', '城市'],
        ask: '您在哪个市？申请的程序各地不一样，要先对上地方。',
        short: '哪个市？',
        why: '申请容错向谁提、看哪些条件，都是地方上定的，不能互相套用。',
        example: '南阳；或者别的市名。',
        effect: '不说地方，就不知道当地有没有申请的程序，这份申请也就没法往下写。',
      },
    },
    ...applicationElsewhere,
    ...applicationRoute,
    ...applicationConduct,
    ...sixLooks,
    {
      tell: 'due',
      only: { area: '南阳' },
      says: [
        {
          text: '关于时间：受理以后5个工作日内提出拟办意见。这5个工作日由受理机关从受理那天起算，不是从现在算。',
          cites: ['nanyang.step.2'],
        },
      ],
    },
    {
      conclude: 'due_rule',
      label: '拟办意见的时限',
      silent: true,
      cases: [{ when: {}, value: 'nanyang.step.2', cites: ['nanyang.step.2'] }],
      only: { area: '南阳' },
    },
    { judge: 'tolerance-application', only: { area: '南阳' } },
    ...applicationHandIn,
    {
      ask: {
        id: 'statement',
        kind: 'statement',
        label: '确认内容',
        ask: '请核对一遍。没有问题、现在就交，请回复“确认”；要改哪一项，直接说就行。',
        short: '核对好了，回复“确认”。',
        why: '工作人员会照着您写的内容看，请以实际情况为准。',
        example: '确认；或者“把日期改成8月5号”。',
      },
      only: { area: '南阳', hand_in: 'yes' },
    },
    { submit: { kind: 'tolerance-application' }, only: { area: '南阳', hand_in: 'yes' } },
  ],
})
