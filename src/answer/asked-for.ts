import type { HeldClause } from '../knowledge/index.ts'

/** A kind of particular people ask for, and how a clause shows that it gives it. */
interface Particular {
  readonly asks: RegExp
  readonly gives: RegExp
}

const figure = '[\\d０-９一二两三四五六七八九十百千半几]'

/** How long, how much, how many, where: what a clause near the matter may well not say. */
const particulars: readonly Particular[] = [
  {
    asks: /多久|多长|几(?:个)?(?:天|日|工作日|月|年|周|星期|小时|钟头|点)|多少(?:个)?(?:天|日|工作日|月|年|小时)|(?:什么|啥)时(?:候|间)|何时|哪[年天月]/u,
    gives: new RegExp(
      `${figure}+个?(?:工作日|自然日|日|天|月|年|周|小时|季度)|终身|及时|立即|马上|当场|期限|时限|期间|影响期|每[个]?[月季年周]|到期|期满`,
      'u',
    ),
  },
  {
    asks: /多少钱|几(?:块|元|万|千)|多少(?:元|块|万)|奖?金?(?:最高|最多)给?多少/u,
    gives: /元|万|标准|工资|薪酬|补偿/u,
  },
  { asks: /几个?人|多少人|几名|几位/u, gives: new RegExp(`${figure}+(?:余|多)?(?:个?人|名|位)|本人`, 'u') },
  { asks: /几[次回趟遍]|多少[次回趟遍]/u, gives: new RegExp(`${figure}+[次回趟遍]|一次|每[月季年]`, 'u') },
  { asks: /百分之[几多]|几成|几分之几|(?:多大|什么|啥)比例|占多少/u, gives: /[%％]|百分之|分之|成/u },
  { asks: /(?:电话|座机|手机|号码).{0,4}(?:多少|几|是啥|是什么|是哪|给我|有没有|[?？]?$)|打哪个/u, gives: /\d{5}/u },
  { asks: /几[楼层]|门牌|办公(?:地点|地址|室在)|(?:在|哪)(?:哪|里)办公|地址/u, gives: /楼|路\d|街道?\d|地址|场所/u },
  {
    asks: /几号字|字体|一式几份|几份|模板|样表|样式|范文|表格.{0,3}(?:哪|下载)/u,
    gives: /字体|份|模板|样式|格式|写明|载明|内容/u,
  },
]

/** Asks for a particular that none of the clauses gives, and none says is left open. */
export function lacking(question: string, clauses: readonly HeldClause[]): boolean {
  const asked = particulars.filter(({ asks }) => asks.test(question))
  if (asked.length === 0 || clauses.some(({ entry }) => entry.status === 'gap')) return false
  const said = clauses.map(({ entry }) => `${entry.label}，${entry.text}`).join('。')
  return asked.some(({ gives }) => !gives.test(said))
}
