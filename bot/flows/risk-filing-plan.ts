import { defineSteps } from '../../src/flow/index.ts'

/** 风险、防范措施、分管领导；纪要还没有的，列出上会要点和还缺的，按草稿留着。 */
export const filingPlan = defineSteps([
  {
    ask: {
      id: 'risk',
      kind: 'texts',
      label: '可能的风险',
      aka: ['风险', '担心'],
      ask: '这样做，最担心出什么问题？有几样写几样。',
      short: '担心出什么问题？',
      why: '可能的偏差和风险照实写在前面，审核的人看得明白，将来也说得清；备案时隐瞒事实，是负面清单里的一种。',
      example: '怕验收通不过、怕补手续的时间拖长。',
      cite: 'xuchang.filing.negative.2',
      effect: '不写风险，审核的人不容易看出为什么要备案；后面想起来随时能补。',
    },
    only: { area: '许昌' },
  },
  {
    ask: {
      id: 'measures',
      kind: 'texts',
      label: '防范措施',
      aka: ['措施', '办法', '预案'],
      ask: '打算怎么防、出了偏差怎么补？一条一条写就行。',
      short: '打算怎么防、怎么补？',
      why: '容错和纠错是一起抓的：出了问题要能及时纠正偏差、推动整改。',
      example: '1 请专家论证 2 每周碰头看进度 3 手续三个月内补齐。',
      cite: 'xuchang.filing.parallel',
    },
    only: { area: '许昌' },
  },
  {
    ask: {
      id: 'reviewer',
      kind: 'text',
      max: 60,
      label: '分管领导',
      aka: ['审核领导', '分管的领导', '哪位领导'],
      ask: '这件事由市委、市政府哪位领导分管？申请要先呈他审核。',
      short: '哪位市领导分管？',
      why: '书面申请要呈市委、市政府分管领导审核把关，再报送。',
      example: '李副市长；市委某某常委。',
      cite: 'xuchang.filing.step.3',
    },
    only: { area: '许昌' },
  },
  {
    tell: 'meeting_points',
    only: { area: '许昌', continue_choice: 'fill' },
    unless: { minutes_no: { given: true } },
    says: [
      {
        text: '给您列一份上会要研究的要点：一、{matter}，为什么非这样做不可，对应正面清单哪一项；二、可能的风险：{risk}；三、怎么防、怎么补：{measures}；四、谁负责、什么时候回头看。',
        cites: ['xuchang.filing.step.1'],
      },
      { text: '会上怎么定的，纪要就怎么写，日期写实际开会的日期。', cites: ['xuchang.filing.negative.2'] },
    ],
  },
  {
    hold: 'minutes',
    needs: ['minutes_no'],
    asks: 'minutes_no',
    says: '能填的都填好了。会议纪要有了，还要有以党组（党委）名义写的申请书，那份我这里能生成。开完会，把纪要的文号和日期告诉我，就接着办。',
    state: '草拟',
    only: { area: '许昌' },
  },
])
