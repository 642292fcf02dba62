import { defineMoves } from '../../src/intake/index.ts'

/** 哪一种件、办到哪一步都能做的两件事：内部记一笔，给对方写几句。状态和时限都不动。 */
export const always = defineMoves([
  {
    action: 'note',
    title: '记一笔（内部）',
    from: ['any'],
    by: ['受理人员', '承办人员'],
    prompt: '记什么？只在机关内部，对方看不到',
    uncited: '办件的人自己的记录，规则没有单列',
  },
  {
    action: 'write',
    title: '写给对方',
    from: ['any'],
    by: ['受理人员', '承办人员'],
    prompt: '要告诉对方什么？会原样发给对方，请不要写核查细节和他人信息',
    tells: '工作人员给您留言：{reason}',
    uncited: '给对方的说明，不替代规则要求的告知和反馈',
  },
])
