import { defineSteps } from '../../src/flow/index.ts'

/** 班子研究和会议纪要：没开会的，先说清楚要开，再由本人定是先存着还是接着填。 */
export const filingMeeting = defineSteps([
  {
    ask: {
      id: 'minutes_no',
      kind: 'text',
      like: 'number',
      none: { field: 'meeting', is: 'no' },
      hears: true,
      max: 60,
      label: '会议纪要文号',
      aka: ['纪要', '纪要号', '会议纪要', '文号'],
      ask: '领导班子研究过了吗？研究过的话，会议纪要是第几号？',
      short: '会议纪要是第几号？',
      why: '备案的第一步，是领导班子研究并形成会议纪要。没有纪要，申请报不出去。',
      example: '〔2026〕12号；第8号；还没开会就说“还没开会”。',
      cite: 'xuchang.filing.step.1',
      effect: '纪要还没有也不要紧，先按草稿留着，有了再接着办。纪要照实写，日期写实际开会的日期。',
    },
    only: { area: '许昌' },
    unless: { meeting: 'no' },
  },
  {
    ask: {
      id: 'minutes_date',
      kind: 'period',
      near: ['开完会', '开过会', '开的会', '会是', '党组会', '党委会', '班子会', '开的', '上的会'],
      label: '会议日期',
      aka: ['开会日期', '纪要日期', '会议时间', '开会时间'],
      ask: '这个会是哪一天开的？',
      short: '哪天开的会？',
      why: '申请书里要写清是哪天的会研究的，写实际开会的日期。',
      example: '11月20号；上周五开的就写那天的日期。',
      cite: 'xuchang.filing.step.1',
    },
    only: { area: '许昌', minutes_no: { given: true } },
  },
  {
    tell: 'meeting_first',
    only: { area: '许昌', meeting: 'no' },
    unless: { minutes_no: { given: true } },
    says: [
      {
        text: '那要先开会：许昌的备案，第一步是领导班子研究、形成会议纪要。',
        cites: ['xuchang.filing.step.1'],
      },
      {
        text: '第二步才是以党组（党委）的名义提出书面申请。现在可以先存成草稿等开会，也可以把别的先填好，我给您列一份上会要研究的要点。',
        cites: ['xuchang.filing.step.2'],
      },
    ],
  },
  {
    ask: {
      id: 'continue_choice',
      kind: 'choice',
      label: '先填还是等开完会',
      inner: true,
      ask: '您想先把能填的填了，还是等开完会再来？等的话，草稿替您存着。',
      short: '先填别的，还是等开完会再来？',
      why: '会还没开，申请现在报不出去；先填好别的，开完会只补纪要就行。',
      example: '先把能填的填了；或者“等开完会再来”。',
      cite: 'xuchang.filing.step.1',
      options: {
        fill: {
          label: '先把能填的填了',
          words: ['先填', '能填的', '填了', '往下填', '先写', '填吧', '边等边填'],
        },
        draft: {
          label: '等开完会再来',
          words: ['存草稿', '存着', '等开会', '等会', '等开完', '等开了', '开完会再', '开了会再', '会后再'],
        },
      },
    },
    only: { area: '许昌', meeting: 'no' },
    unless: { minutes_no: { given: true } },
  },
  {
    hold: 'meeting',
    needs: ['minutes_no'],
    asks: 'minutes_no',
    says: '会议纪要有了，还要有以党组（党委）名义写的申请书，那份我这里能生成。开完会，把纪要的文号和日期告诉我，就接着办。',
    state: '草拟',
    only: { area: '许昌', continue_choice: 'draft' },
  },
  {
    ask: {
      id: 'applicant_name_is_party_group',
      kind: 'yesNo',
      label: '以党组（党委）名义',
      aka: ['名义', '落款', '党组名义'],
      ask: '申请书以单位党组（党委）的名义提出，对吗？',
      short: '以党组（党委）名义吗？',
      why: '备案要以单位党组（党委）名义书面申请，个人不能申请。',
      example: '对，以党组名义；或者“我想以个人名义”。',
      cite: 'xuchang.filing.step.2',
      hears: true,
      yes: ['以党组', '以党委', '党组名义', '党委名义', '党组申请', '党委申请', '单位申请', '盖党组', '对的', '没问题'],
      no: ['个人名义', '我个人', '个人申请', '我自己申请', '以我的名义', '不以党组'],
    },
    only: { area: '许昌' },
    unless: { continue_choice: { given: true } },
  },
  {
    tell: 'not_personal',
    only: { area: '许昌', applicant_name_is_party_group: 'no' },
    says: [
      {
        text: '许昌的备案要以单位党组（党委）名义书面申请，不能以个人名义。申请书的落款先按党组（党委）写，报送以前请和党组（党委）说定。',
        cites: ['xuchang.filing.step.2'],
      },
    ],
  },
])
