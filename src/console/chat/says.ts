import type { Refused } from '../../base/index.ts'

/** What officers read in a chat, beside the words of the deeds themselves. */
export const chatSays = {
  bound: '绑定好了，以后可以在这里办件。说“今天有什么件”看看，说“口令”看能办什么。不用了就说“解绑”，工作台上也能解除。',
  alreadyBound: (name: string) => `${name}，您这里已经绑定过了，可以直接办件。要换账号，先说“解绑”。`,
  unbound: '解绑好了，这里不再能办件。要再用，请到工作台取新的绑定码。',
  howToBind: (link: string) =>
    `请先登录工作台取一个绑定码：${link}\n再回到这里说“绑定”和那八位数字。码十分钟内有效，只能用一次，请不要发给别人。`,
  notBound: (link: string) =>
    `这句像是办件的口令。工作人员要先绑定才能在这里办：登录工作台取绑定码 ${link} ，再来说“绑定”加八位数字。`,
  wrongCode: '这个绑定码不对，或者已经用过、过了时间。请到工作台看一下，取一个新的再试。',
  tooManyCodes: '绑定码输错的次数太多了，请过十分钟再试。不是您本人在试的话，请告诉系统管理员。',
  group: '大家都看得见的地方不办件，免得来件人的事传出去。请点开和我的单独对话，在那里说一样的话就行。',
  groupAgain: '办件请到和我的单独对话里说。',
  elsewhere: (link: string) => `这句像是办件的口令，这里只收问答，办不了件。请到工作台办：${link}`,
  heardBefore: '这一句已经办过了，没有再办一次。',
  nothingAsked: '现在没有等着您确认的事。要办什么，请把整句口令再说一次。',
  notDone: '好，没有办。',
  nothingToUndo: '刚才没有并过件，没有什么要撤销的。要撤销哪一件的并案，请带上编号，例如“撤销 R-1003 的并案”。',
  linkTo: '并到哪一件？请说清编号，例如“R-1003 并到 R-1001”。',
  gone: '没有找到这一件，也可能不在您能看的范围里了。',
  more: (link: string) => `往后的件请在工作台上看：${link}`,
  rest: '后面那句我没有办，也没有答，请单独再说一次。',
  help: (link: string) =>
    [
      '在这里可以这样办件，编号可以只说数字，也可以说“这件”“第二件”：',
      '· 今天有什么件 / 我手上的 / 快到期的 / 没人认领的',
      '· 认领 R-1003 / 放回',
      '· 有没有重复 / 并到1001 / 撤销',
      '· 问举报人……（会写给对方，凭回执可见）',
      '· 状态改成已转办 理由 ……',
      '· 导出登记表（给下载链接，要登录）',
      '来件人的身份和内容不发到聊天里；要用到内容的口令，先到工作台打开“在聊天里也能办”：',
      link,
      '不要了说“解绑”。别的话照常问我就行。',
    ].join('\n'),
} as const

/** Why a deed was refused, for somebody in a chat: there is no form beside it and nothing to refresh. */
export function refusedSays({ code, message }: Refused, link: string): string {
  switch (code) {
    case 'noKey':
      return `这一步要打开件的内容，聊天里没有钥匙。请先登录工作台，打开“在聊天里也能办”，再把口令说一次：${link}`
    case 'notFound':
      return '没有找到这一件，也可能不在您能看的范围里。'
    case 'notYours':
      return '这件由别的同事认领着，正在办。需要由您来办，请他先放回。'
    case 'badRequest':
      return '这句没有办成：话太长（最多 1000 字），或者有特殊符号。请改一下再说。'
    case 'moveNeeds':
      return '这一步要先有的条件还没有满足，请到工作台这件的页面上看清条件再办。'
    case 'forbidden':
      return '这一步不归您的岗位办。'
    default:
      return message
  }
}
