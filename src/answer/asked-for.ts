import type { HeldClause } from '../knowledge/index.ts'

/** A kind of particular people ask for, how a clause shows that it gives it, and how one that says what is left open names it. */
interface Particular {
  readonly asks: RegExp
  readonly gives: RegExp
  readonly open?: RegExp
}

const figure = '[\\d０-９一二两三四五六七八九十百千半几]'
const counted = (measures: string, besides = '') => new RegExp(`${figure}+(?:余|多)?个?[${measures}]${besides}`, 'u')

/** How long, how much, how many, who by name, where, on which form: what a clause near the matter may well not say. */
const particulars: readonly Particular[] = [
  {
    asks: /多久|多长|几(?:个)?(?:天|日|工作日|月|年|周|星期|小时|钟头|点|分钟)|多少(?:个)?(?:天|日|工作日|月|年|小时|分钟)|(?:什么|啥)时(?:候|间)|何时|几时|哪[天月]/u,
    gives: new RegExp(
      `${figure}+个?(?:工作日|自然日|日|天|月|年|周|小时|季度)|终身|及时|立即|马上|当场|期限|时限|期间|影响期|每[个]?[月季年周]|到期|期满`,
      'u',
    ),
    open: /时限|期限|多长|有效期|放假|日期/u,
  },
  // A year of the calendar is no length of time.
  { asks: /哪一?年|几几年|何年/u, gives: /\d{4}年|版本/u, open: /日期|年/u },
  {
    asks: /多少钱|几(?:块|元|万|千)|多少(?:元|块|万)|奖?金?(?:最高|最多|最少)给?多少|费(?:用)?(?:谁|多少|从哪|怎么)|的钱谁|收费|交税|个税|扣税|经费/u,
    gives: /\d(?:元|万)|标准|工资|薪酬|补偿|费用|经费/u,
    open: /标准|补偿|数额/u,
  },
  { asks: /几个?人|多少人|几名|几位/u, gives: counted('人名位'), open: /口径|人数/u },
  {
    asks: /多少(?:个(?!月|工作日|小时|钟头)|件|起|封|干部|党员|举报)|几[件起封](?!事)/u,
    gives: counted('件起封名人', '|数字|立案标准'),
    open: /口径|数字|立案/u,
  },
  { asks: /几[次回趟遍]|多少[次回趟遍]/u, gives: counted('次回趟遍', '|一次|每[月季年]|重复') },
  {
    asks: /百分之[几多]|几成|几分之几|过半|(?:多大|什么|啥)比例|的比例|占多少|几票|多少票|权重/u,
    gives: /[%％]|百分之|分之|\d成|票/u,
  },
  { asks: /几分(?!之)|扣分|加分|打分|信用分|降几/u, gives: /扣分|加分|打分|分值|跨一档/u },
  { asks: /(?:一共|总共|共有?)(?:几|多少)[章条页]|几[章页]/u, gives: counted('章条项页'), open: /条文|原文/u },
  { asks: /第几[章条款]/u, gives: /第[\d一二三四五六七八九十百]+条|条号/u, open: /条文|原文|内容/u },
  {
    asks: /(?:电话|座机|手机|号码|热线).{0,4}(?:多少|几|是啥|是什么|是哪|给我|有没有|[?？]?$)|打哪个/u,
    gives: /\d{5}/u,
  },
  {
    asks: /几[楼层]|门牌|办公(?:地点|地址|室在)|(?:在|哪)(?:哪|里)办公|地址|邮箱|小程序|服务器/u,
    gives: /楼|路\d|街道?\d|地址|场所|邮箱|小程序/u,
  },
  // A post is held by somebody whose name stands in no text.
  {
    asks: /(?:局长|主任|书记|部长|处长|科长|组长|常委)(?:现在)?(?:是谁|叫(?:什么|啥)|姓(?:什么|啥)|是哪位)/u,
    gives: /某/u,
  },
  { asks: /(?:什么|啥|哪|几)(?:个)?级(?:别|干部|的干部)/u, gives: /级/u },
  { asks: /谁?主持|谁.{0,3}记录|谁.{0,2}签字|手签|起草|谁念|谁.{0,2}发言/u, gives: /主持|签字|起草|记录/u },
  {
    asks: /几号字|字体|一式几份|几[份套](?!文件|是)|多少(?:字|页)|模板|样表|样式|样本|范文|附[了则件]|表格.{0,3}(?:哪|下载)|表.{0,2}怎么填|装订|骑缝/u,
    gives: /字体|份|模板|样式|格式|写明|载明|内容|附件/u,
    open: /样式|文书|形式|名称|条文/u,
  },
  { asks: /存(?:放|档)?(?:多少|几)年|保(?:存|管)(?:期|多|几)|销毁|留存/u, gives: /保存|保管|销毁|留存/u },
]

/** What a question wants to know exactly, and which of the clauses tell it. */
export interface AskedFor {
  readonly any: boolean
  /** None of the clauses gives one of the particulars, and none says that it is left open. */
  readonly lacking: boolean
  /** The clauses that give all of them or leave them open. */
  readonly givenBy: readonly HeldClause[]
}

/** Particulars that are asked for, held against the clauses found. Of a text held by name only nothing is missed: the answer says so. */
export function askedFor(question: string, clauses: readonly HeldClause[]): AskedFor {
  const asked = particulars.filter(({ asks }) => asks.test(question))
  const gives = ({ entry }: HeldClause, { gives, open }: Particular) =>
    entry.status === 'name-only' ||
    gives.test(`${entry.label}，${entry.text}`) ||
    (entry.status === 'gap' && open?.test(entry.text) === true)
  return {
    any: asked.length > 0,
    lacking: asked.some((particular) => !clauses.some((clause) => gives(clause, particular))),
    givenBy: clauses.filter((clause) => asked.every((particular) => gives(clause, particular))),
  }
}
