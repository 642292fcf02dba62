const AT_HEAD =
  /^(?:(?:嗯+(?!呐)|呃+|额+|啊+|哦+|噢+|唔+|诶+|哎呀?|唉|咳+|[那这]个(?=[\s,，.。…、]|[那这]个|就是|嗯|呃|我|他|没|有|是|不)|就是说?|就说|那啥(?!时|人|事|地|样|都|也)|那个?啥(?=[\s,，.。…、])|那个?什么(?=[\s,，.。…、])|内啥|怎么(?:说|讲)(?:呢|来着)?(?!都|也|才|的|好)|咋(?:说|讲)(?:呢|来着)?(?!都|也|才|的|好)|叫啥来着|我想想|我想一下|让我想想|反正|其实吧|说实话|老实说|讲真|你看|是这样|是这样的|然后|那么|的话|内个|辣个)(?:吧|呢|啊|嘛)?[\s,，.。…、~—-]*)+(?=[\p{L}\p{N}])/u
const WITHIN =
  /(?:[,，\s]|(?<=\p{Script=Han}))(?:嗯+(?!呐)|呃+|额额+|那个那个|就是就是|那个啥|那啥(?!时|人|事|地|样|都|也)|那个什么(?=[\s,，.。…、])|[怎咋]么?(?:说|讲)来着|咋(?:说|讲)呢|怎么(?:说|讲)呢|叫啥来着)[\s,，.。…、]*|(?:…|\.{3,})+/gu
const HALTING = /(\p{Script=Han}{1,4})(?:[,，\s]+\1)+(?=\p{Script=Han})/gu

/**
 * The words without what voice input and hesitation put between them: 嗯那个就是说他他大概收了三万 → 他大概收了三万.
 * Never all of the words: 嗯 alone stays. For understanding only; what is kept is what was said.
 */
export function fillersOff(text: string): string {
  // A hesitation is at the head of a turn; a long story is left as it is beyond the first thousand characters.
  const head = text.slice(0, 1000)
  const bare = head
    .replace(AT_HEAD, '')
    .replace(WITHIN, (w, at: number) => (at === 0 ? w : /^[,，\s]/.test(w) ? '，' : ''))
    .replace(HALTING, '$1')
  return (bare.trim() === '' ? head : bare) + text.slice(1000)
}
