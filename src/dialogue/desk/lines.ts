import type { DeskCommand, QueueWish } from './command.ts'
import { REF, refOf } from './refs.ts'

/** One thing an officer may say, in all the ways it is said; the whole of the text has to be it. */
export interface Line {
  readonly says: readonly RegExp[]
  readonly soft?: true
  /** Ends in words of one's own, so it may be long. */
  readonly open?: true
  /** Counts only where `to` is a name of this office. */
  readonly named?: true
  /** @param own the officer's own words for a part of the text, or for all of it. */
  means(groups: Readonly<Record<string, string | undefined>>, own: (part?: string) => string): DeskCommand | undefined
}

type Groups = Parameters<Line['means']>[0]

/** `‹case›` is a case, `‹to›` another, a blank may be missing. */
const says = (...patterns: readonly string[]): readonly RegExp[] =>
  patterns.map(
    (pattern) =>
      new RegExp(
        `^${pattern
          .replaceAll('‹case›', `(?<case>${REF})\\s?`)
          .replaceAll('‹to›', `(?<to>${REF})\\s?`)
          .replaceAll(' ', '[ ,，、:：]*')}$`,
        'u',
      ),
  )

const HAS = '(?:有|来|还有|都有|还剩)(?:了)?'
const WHAT = '(?:什么|啥|哪些|哪几|几|多少|些什么|些啥)'
const CASES = '(?:新)?(?:件|办件|案子|案件|举报件|待办|活|事项)'
const END = '(?:要办|没办|可办|要处理|没办完|有哪些|有什么|有啥|有几件|列出来|吗|没有|来看看|的)*'

const queue = (which: QueueWish, ...patterns: readonly string[]): Line => ({
  says: says(...patterns),
  means: () => ({ type: 'queue', which }),
})

const PERSON = '(?:举报人|来件人|来信人|反映人|检举人|提交人|写信人|申请人|对方|当事人)'
const WHY = '(?:理由|原因|说明|依据|因为|备注)'
const PAPER = '(?<name>登记表|呈批表|回访记录|申请书|澄清函|文书|函)'

/** All of them, the more particular first. */
export const lines: readonly Line[] = [
  {
    says: says('(?:绑定|验证码|绑定码|绑定账号)(?:码|是)? (?<code>[\\d\\s-]{4,16})?'),
    means: ({ code }) => ({ type: 'bind', ...(code === undefined ? {} : { code: code.replace(/\D/g, '') }) }),
  },
  { says: says('(?:解除|取消|撤销)?(?:我的)?(?:解绑|绑定)', '解绑'), means: () => ({ type: 'unbind' }) },
  queue(
    'soon',
    `(?:看|查|查看|列出)? ?(?:${HAS}?${WHAT}?)?(?:快|就要|即将|马上|临近|快要|要|这周|本周|一周内)(?:要)?(?:到期|超期|逾期|过期)了?的?(?:${CASES})?${END}`,
    `(?:哪些|哪几件|有哪些|什么)(?:件)?(?:快|要|就要|马上)(?:要)?(?:到期|超期|逾期)了?${END}`,
  ),
  queue('today', `今天(?:要|就)?到期了?的?(?:${CASES})?${END}`),
  queue(
    'overdue',
    `(?:${HAS}?${WHAT}?)?(?:已经|已)?(?:超期|过期|逾期|超时)了?的?(?:${CASES})?${END}`,
    `哪些(?:件)?(?:已经|已)?(?:超期|逾期)了?${END}`,
  ),
  queue(
    'free',
    `(?:${HAS}?${WHAT}?)?(?:没人|没有人|无人|还没人|未|没)(?:认领|领|办)的?(?:${CASES})?${END}`,
    `(?:还)?(?:有)?(?:哪些|什么)?(?:可以|能)(?:认)?领的?(?:${CASES})?${END}`,
  ),
  queue(
    'mine',
    `(?:看|查|查看|列出)? ?(?:我|自己)(?:的|手上|手里|手头|名下|认领|在办|领|正在办|这边)(?:认领|在办|领|办)?了?的?(?:还)?(?:${HAS})?${WHAT}?(?:${CASES})?${END}`,
  ),
  queue(
    'all',
    `(?:今天|今儿个?|今日|今朝|现在|目前|当前|眼下|这会儿|手头)?(?:都|还)?${HAS}${WHAT}${CASES}${END}`,
    '(?:看|看看|查|查看|打开|列|列出|显示|来看)?(?:一下)? ?(?:今天的?|全部的?|所有的?|本单位的?|没办完的?)(?:待办|办件|件)(?:的)?(?:列表|清单|队列)?(?:有哪些)?',
    '(?:看|看看|查|查看|打开|列|列出|显示|来看)?(?:一下)? ?(?:待办|办件)(?:的)?(?:列表|清单|队列)?(?:有哪些)?',
    '(?:今天|今日)的?(?:新)?(?:件|待办|办件)',
    '(?:看|看看|查看|打开)? ?(?:队列|列表|清单)',
  ),
  { says: says('(?:看|再看)?(?:下一页|后面的?|更多|再来几件|往后看)'), soft: true, means: () => ({ type: 'more' }) },
  {
    says: says(
      `(?:问)? ?(?:‹case›)?(?:的)? (?:这个|的)?${PERSON}(?:到底)?(?:是|叫)?(?:谁|哪个|哪位|什么人|什么名字|啥名字|什么来头)`,
      `(?:是)?谁(?:举报|反映|写|交|提交|检举)的 (?:‹case›)?`,
      `(?:看|查|查看|看看|告诉我|显示|把)?(?:一下)? ?(?:‹case›)?(?:的)? ?${PERSON}(?:的)?(?:真实)?(?:身份|姓名|名字|电话|手机|手机号|联系方式|单位|信息|资料)(?:是)?(?:什么|多少|谁|给我|发我|发给我)?`,
    ),
    means: (g) => ({ type: 'identity', case: refOf(g['case']) }),
  },
  {
    says: says(
      `(?:把|将)? ?(?:‹case›)? ?(?:并到|并入|并进|并给|归到|归并到|合并到|合并进|关联到|挂到|合到|并案到|并) ?‹to›(?:去|里|里面|那件|上|一起|名下)* ?(?<apart>.{0,16})`,
      `(?:把|将)? ?‹case› ?(?:和|跟|与|同) ?‹to› ?(?:合并|并案|并在一起|并到一起|并起来|关联|关联起来)(?:起来)? ?(?<apart>.{0,16})`,
      `(?:和|跟|与|同) ?‹to› ?(?:合并|并案|并在一起|并到一起|并起来|关联)(?:起来)? ?(?<apart>.{0,16})`,
      '(?:并到|并入|合并|并案|归并|关联)',
    ),
    means: linking,
  },
  {
    says: says(
      '(?:撤销|撤回|取消|撤了|反悔|退回上一步|不并了|拆开|拆分)(?:掉)? ?(?:刚才|上一步|那次|那个|这次)?(?:的)?(?:那个|这个)?(?:合并|并案|关联|并件|操作)?',
    ),
    soft: true,
    means: () => ({ type: 'undo', case: refOf('') }),
  },
  {
    says: says(
      '(?:撤销|取消|拆开|解除) ?‹case›(?:的)?(?:合并|并案|关联|并件)?',
      '(?:把)? ?‹case› ?(?:的)?(?:合并|并案|关联)?(?:撤销|取消|拆开|不并了|解除)(?:合并|并案|关联)?(?:掉)?',
      '(?:撤销|取消|解除)(?:刚才的?)?(?:合并|并案|关联)',
    ),
    means: (g) => ({ type: 'undo', case: refOf(g['case']) }),
  },
  {
    says: says(
      `(?:‹case›)? ?(?:去|再|帮我)?(?:问|问问|问一下|问下|追问|补问|向) ?(?:一下)? ?${PERSON}(?:核实|了解|要)?(?:一下)? ?(?<text>.{0,1000})`,
      `(?:‹case›)? ?(?:追问|补问|补充提问) ?(?<text>.{1,1000})`,
      `(?:‹case›)? ?(?:请|让|叫|联系|通知) ?${PERSON} ?(?<wish>(?:补|提供|交|发|说|讲|写|再).{1,1000})`,
    ),
    open: true,
    means: asking,
  },
  {
    says: says(
      `(?:导出|下载|打印|生成|出具?|要|给我|开)(?:一份|一下|个|一个)? ?(?:‹case›)?(?:的)? ?${PAPER}(?:的)?(?:docx|word|文档|文件|稿)?`,
      `(?:把)? ?‹case›(?:的)? ?${PAPER}(?:导出|下载|打印|生成)?(?:出来|给我)?`,
      `${PAPER} ?(?:导出|下载|打印|生成)(?:一份|一下|出来)?`,
      `(?:导出|下载文书) ?(?:‹case›)?`,
    ),
    means: (g) => {
      const name = /^(?:文书|函)$/.test(g['name'] ?? '') ? undefined : g['name']
      return { type: 'paper', case: refOf(g['case']), ...(name === undefined ? {} : { name }) }
    },
  },
  {
    says: says(
      `(?:把|将)? ?(?:‹case›)?(?:的)? ?(?:状态)? ?(?:改成|改为|改到|变成|变为|设为|设成|转为|标为|标成|置为|更新为|调成|状态为|状态改) ?(?<state>.{0,16}?)(?: (?:了)? ?${WHY}(?:是|为)? ?(?<reason>.{1,1000}))?`,
      `(?:把|将)? ?(?:‹case›)?(?:的)? ?(?:改|更改|修改)(?:一下)?状态`,
    ),
    open: true,
    means: moving,
  },
  {
    says: says(
      `(?:有没有|有无|是不是|有|查|查一下|看看)? ?(?:‹case›)? ?(?:有没有|有无|是不是|有|和别的)?(?:疑似|类似)?(?:重复件|重复|重复的|查重|相似的)(?:的)?(?:件)?(?:吗|没有|没)?`,
    ),
    means: (g) => ({ type: 'likely', case: refOf(g['case']) }),
  },
  {
    says: says(
      '(?<verb>认领|领取|接手|领|接)(?:了|一下|走)? ?(?:‹case›)?',
      '(?:把|将)? ?‹case› ?(?:我|由我|归我)?(?:来)?(?:认领|领了|领走|领取|接了|接手|归我|我来办|我办|我领|我来|我接)(?:了)?',
    ),
    // 接 by itself is said for much.
    means: ({ verb = '', case: said }) =>
      said === undefined && verb.length === 1 ? undefined : { type: 'claim', case: refOf(said) },
  },
  {
    says: says(
      '(?:放回|退回|放回去|释放|放掉|放弃|放弃认领|取消认领|还回去?|交回|放回队列|不办了)(?:队列)? ?(?:‹case›)?',
      '(?:把|将)? ?‹case› ?(?:我)?(?:放回|退回|放回去|释放|放掉|放弃|取消认领|还回去|不办了|不领了|放回队列)(?:队列)?(?:里|去|了)*',
    ),
    means: (g) => ({ type: 'release', case: refOf(g['case']) }),
  },
  {
    says: says(
      `(?:‹case›)? ?(?<state>[\\p{Script=Han}]{2,12}?) ?${WHY}(?:是|为)? ?(?<reason>.{1,1000})`,
      `(?:把|将)? ?‹case› ?(?:给)?(?<state>[\\p{Script=Han}]{2,10}?)(?:了|掉)?(?: ${WHY}(?:是|为)? ?(?<reason>.{1,1000}))?`,
      `(?<state>[\\p{Script=Han}]{2,10}) ?‹case›(?: ${WHY}(?:是|为)? ?(?<reason>.{1,1000}))?`,
    ),
    open: true,
    named: true,
    means: naming,
  },
  {
    says: says(
      '(?:看|看看|查看|打开|查|查一下|看一下|说说|介绍一下)(?:一下)? ?‹case›(?:的)?(?:情况|详情|怎么样|内容|进度|状态|期限)?',
      '‹case›(?:的|是|现在|目前)*(?:什么|啥|个?啥)?(?:情况|详情|状态|进度|期限|怎么样|到哪一?步|什么时候到期|还剩几天|还有几天|还有多久)(?:了|到期)?',
      '(?<case>[a-z] ?[-—–_]? ?\\d{3,12})',
    ),
    means: (g) => ({ type: 'look', case: refOf(g['case']) }),
  },
  { says: says('(?:看|打开|查看)? ?‹case›'), soft: true, means: (g) => ({ type: 'look', case: refOf(g['case']) }) },
  {
    says: says(
      '(?:办件)?(?:口令|命令|指令)(?:有哪些|是什么|列表|帮助)?',
      '(?:有哪些|有什么)(?:口令|命令|指令)',
      '办件帮助',
      '怎么(?:在这里)?办件',
    ),
    means: () => ({ type: 'help' }),
  },
  { says: says('帮助|help|菜单|怎么用|能做什么|你能做什么|\\?'), soft: true, means: () => ({ type: 'help' }) },
  {
    says: says('(?:确认|确定|是|是的|对|对的|好|好的|可以|行|同意|嗯|ok|yes|y|发|发吧|办|办吧|就这么办|没错)'),
    soft: true,
    means: () => ({ type: 'yes' }),
  },
  {
    says: says('(?:不|不是|不对|取消|算了|先不|不用|不用了|别|先别|不要|不办|不发|no|n)'),
    soft: true,
    means: () => ({ type: 'no' }),
  },
]

/** What may stand behind the number: that what is new is kept apart, which it always is. */
const APART =
  /^(?:把|将|其中|里面|有)?(?:的)?(?:新|不同|不一样)(?:的)?(?:事实|情况|内容|线索|问题|部分|那条|一条)?(?:要)?(?:单列|单独列?|另列|分开列?|另记|保留|列出来|单独记|另外列)(?:出来)?$|^(?:新事实|新情况)?(?:单列|另列)$/u

function linking(g: Groups): DeskCommand | undefined {
  const apart = (g['apart'] ?? '').replace(/[\s,，、。；;]/g, '')
  if (apart !== '' && !APART.test(apart)) return undefined
  return { type: 'link', case: refOf(g['case']), ...(g['to'] === undefined ? {} : { to: refOf(g['to']) }) }
}

/** 请举报人补充材料有期限吗: a question to us, and nothing may be sent to a person by mistake. */
const OURS = /[?？]|吗$|怎么办|多久|几天|期限|可以不|能不能|行不行|合规|规定/u

function asking(g: Groups, own: (part?: string) => string): DeskCommand | undefined {
  const { wish, text = '' } = g
  if (wish !== undefined && OURS.test(own())) return undefined
  const words = wish ?? text
  return { type: 'ask', case: refOf(g['case']), text: words === '' ? '' : own(words) }
}

function moving(g: Groups, own: (part?: string) => string): DeskCommand {
  return {
    type: 'move',
    case: refOf(g['case']),
    to: (g['state'] ?? '').trim(),
    reason: g['reason'] === undefined ? '' : own(g['reason']),
  }
}

/** 受理 R-1003, 这件不予受理 理由…: told from other sentences by the office's own words, which the desk knows. */
function naming(g: Groups, own: (part?: string) => string): DeskCommand | undefined {
  const { state = '' } = g
  return NO_MOVE.test(state) ? undefined : moving(g, own)
}

const NO_MOVE =
  /^(?:看|看看|查看|打开|这|那|什么|怎么|为什么|关于|请问|问|第|没有|有|情况|详情)|(?:情况|详情|怎么样|期限|吗|呢)$/u
