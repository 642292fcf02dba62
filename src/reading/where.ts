const HEAD =
  /^(?:(?:嗯+|呃+|啊|那个|就是说?|好像|大概|应该|可能|当时|那天|事情|这事|事儿?|地点|位置|都|也|就|是|在|位于|发生|发生在|到|去|搁|于|从|往|说的是|我记得|[\s,，。:：、])+)/u
const TAIL =
  /(?:(?:那儿|那里|这儿|这里|那边|这边|那块儿?|那一片|那地方|附近那|那|这|的地方|一带|旁边那|吧|啊|呀|呢|了|哈|嘛|的|来着|发生的?|出的事|给的|送的|收的|办的|[\s,，。.!！;；~～])+)$/u

/** The words of a place within a town, without what people put round them: 就在村东头他家新房子那 → 村东头他家新房子. */
export function trimWhere(text: string): string {
  const t = text.trim().slice(0, 200)
  const head = t.replace(HEAD, '')
  const bare = head.replace(TAIL, '')
  // What is nothing but such words stays as it was said.
  return bare.length >= 2 ? bare : head.length >= 2 ? head : t
}
