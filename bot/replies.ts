import { defineReplies } from '../src/intake/index.ts'

/** 回复模板：常写给对方的话，靠哪一条写在后面。条款变了，先不给用，等人看过。 */
export const replies = defineReplies([
  {
    id: 'report-accepted',
    title: '告知受理',
    of: ['report'],
    action: 'accept',
    text: '您的材料我们看过了，属于我们管的事，已经登记受理。接下来会有工作人员按程序办，办的过程不便细说，请您谅解。',
    rests: [{ cite: 'nat.rule.realname.ack15', looked: '44e208fd7bd75183' }],
  },
  {
    id: 'report-elsewhere',
    title: '不归这里管，指条路',
    of: ['report'],
    action: 'decline',
    text: '您反映的是（合同、劳动、案件审理等）方面的事，要由（法院、人社部门等）来办，我们这里不能受理。您可以带着材料直接去那里，也可以先打电话问清楚要带什么。',
    rests: [{ cite: 'nat.rule.reject.route', looked: 'c7e49746bd359f09' }],
  },
  {
    id: 'report-passed-on',
    title: '转给有权的机关',
    of: ['report'],
    action: 'transfer',
    text: '您反映的人归（上级或者别的机关）管，我们已经按规定把材料转给（机关名称）。以后由那边和您联系。',
    rests: [{ cite: 'nat.rule.16', looked: 'ae77103c70d4f345' }],
  },
  {
    id: 'report-when-where',
    title: '请补时间和地点',
    of: ['report'],
    action: 'ask',
    text: '您说的这件事，大概是哪年哪月、在什么地方？记不准的，说个大概就行。',
    rests: [{ cite: 'nat.write.tips', looked: '20289b110529821e' }],
  },
  {
    id: 'report-how-known',
    title: '请说说怎么知道的',
    of: ['report'],
    action: 'ask',
    text: '这件事您是亲眼看见的、经手的，还是听谁说的？照实说就好，听说的也可以。',
    rests: [{ cite: 'nat.write.tips', looked: '20289b110529821e' }],
  },
  {
    id: 'report-result',
    title: '反馈办理结果',
    of: ['report'],
    action: 'feed-back',
    text: '您反映的（一句话概括）已经核实完了，（属实的部分已经按规定处理；没有查实的部分，是因为……）。谢谢您把知道的情况告诉我们。',
    rests: [{ cite: 'nat.rule.realname.result15', looked: 'f48d77e1bcc2d414' }],
  },
])
