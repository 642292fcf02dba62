import { defineCaseKind } from '../../src/intake/index.ts'
import { always } from './always.ts'

/** 转人工件. Somebody wants to be spoken to; no source sets a time for it, so there is no clock. */
export const handOver = defineCaseKind({
  id: 'hand-over',
  title: '转人工',
  letter: 'H',
  states: [
    {
      id: '待回复',
      says: '您的话已经转到，正等着工作人员看。回复会直接到这里。',
      uncited: '转人工是这里的服务，没有条款规定',
    },
    { id: '沟通中', says: '工作人员已经回过您，还在接着帮您看。', uncited: '转人工是这里的服务，没有条款规定' },
    {
      id: '已办结',
      says: '您问的事工作人员已经答复完了。还有别的，随时再说。',
      closed: true,
      uncited: '转人工是这里的服务，没有条款规定',
    },
  ],
  always,
  moves: [
    {
      action: 'answer',
      title: '回复对方',
      from: ['待回复', '沟通中'],
      by: ['受理人员', '承办人员'],
      uncited: '转人工是这里的服务，没有条款规定',
      to: '沟通中',
      prompt: '想对对方说的话，会原样发给对方',
      tells: '工作人员回复您：{reason}',
    },
    {
      action: 'ask',
      title: '问对方一个问题',
      from: ['待回复', '沟通中'],
      by: ['受理人员', '承办人员'],
      uncited: '转人工是这里的服务，没有条款规定',
      to: '沟通中',
      prompt: '想问对方什么？会原样发给对方，请一次问一件事',
      tells: '工作人员想问您：{reason}',
      asks: true,
    },
    {
      action: 'close',
      title: '办结',
      from: ['待回复', '沟通中'],
      by: ['受理人员', '承办人员'],
      uncited: '转人工是这里的服务，没有条款规定',
      to: '已办结',
      reason: 'optional',
      prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
      tells: '这次的事先办到这里，还有别的随时再来。\n{reason}',
    },
    {
      action: 'reopen',
      title: '接着沟通',
      from: ['已办结'],
      by: ['受理人员', '承办人员'],
      uncited: '转人工是这里的服务，没有条款规定',
      to: '沟通中',
      reason: 'optional',
      prompt: '有话要对对方说就写在这里（可以不写，会写给对方）',
      tells: '您又说的情况收到了，工作人员接着帮您看。\n{reason}',
    },
  ],
})
