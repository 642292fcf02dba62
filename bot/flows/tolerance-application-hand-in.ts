import { defineSteps } from '../../src/flow/index.ts'

/** 要不要交给工作人员，交的话是谁申请。 */
export const applicationHandIn = defineSteps([
  {
    ask: {
      id: 'hand_in',
      kind: 'yesNo',
      label: '交给工作人员',
      inner: true,
      ask: '要不要把这份申请交给工作人员？交了会给您一个回执；先不交也没关系。',
      short: '要交给工作人员吗？',
      why: '工作人员会看材料齐不齐、该由哪里办，再告诉您下一步。',
      example: '交吧；先不交。',
      yes: ['交吧', '交给', '提交', '交', '好的', '愿意'],
      no: ['先不', '先不交', '不交', '不用', '不要', '算了', '再想想', '暂时不'],
    },
    only: { area: '南阳' },
  },
  {
    ask: {
      id: 'applicant',
      kind: 'text',
      person: { unit: 'unit', post: 'post' },
      max: 60,
      label: '申请人',
      aka: ['姓名', '谁申请', '我的名字'],
      ask: '以谁的名义申请？写您的姓名，也可以把单位、职务一起写上；以单位申请就写单位名称。',
      short: '申请人是谁？',
      why: '单位和干部个人都可以书面申请，写清是谁，受理的机关才好联系、反馈。',
      example: '李某某，某县农业农村局项目科科长',
      cite: 'nanyang.step.1',
      effect: '不写是谁申请，受理的机关没法书面反馈给您。',
    },
    only: { area: '南阳', hand_in: 'yes' },
  },
  {
    ask: {
      id: 'post',
      kind: 'text',
      max: 60,
      label: '职务',
      silent: true,
      aka: ['什么职务'],
      ask: '您担任什么职务？',
      why: '干部管理权限不同，受理的机关也不同。',
      example: '项目科科长',
    },
    only: { area: '南阳', hand_in: 'yes' },
  },
  {
    ask: {
      id: 'unit',
      kind: 'text',
      like: 'unit',
      max: 120,
      label: '单位',
      aka: ['哪个单位', '所在单位'],
      ask: '在哪个单位？',
      short: '哪个单位？',
      why: '申请按隶属关系和干部管理权限提出，要知道是哪个单位。',
      example: '某县农业农村局',
      cite: 'nanyang.step.1',
    },
    only: { area: '南阳', hand_in: 'yes' },
  },
])
