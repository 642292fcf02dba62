/** The fixed sentences of an answer; the words stand in bot/answers.ts. `{…}` is filled in. */
export interface AnswerPhrases {
  /** Nothing in the library supports an answer. One per try. */
  readonly noMatch: readonly string[]
  /** Before an answer that may not be what was meant. */
  readonly nearest: string
  /** One of several questions in a message found nothing. `{part}` */
  readonly partNoMatch: string
  /** Before the answer to each of several questions. `{part}` */
  readonly part: string
  readonly unavailable: string
  /** Only a title is held. */
  readonly nameOnly: string
  /** It depends on the place; asks which. `{held}` */
  readonly whichPlace: string
  /** It depends on the place; the held places follow. */
  readonly dependsOnPlace: string
  /** Before what several places named say, one after the other. */
  readonly compared: string
  /** One of them has nothing on this. `{place}` */
  readonly sideEmpty: string
  readonly nationalFirst: string
  /** `{place}` */
  readonly notHeld: string
  /** `{place}` */
  readonly notHeldAtAll: string
  /** `{instrument}`, `{article}`, `{held}` */
  readonly absentArticle: string
  /** `{instrument}`, `{article}`, `{until}`, `{now}` */
  readonly formerArticle: string
  /** Before a list. `{title}`, `{count}` */
  readonly list: string
  /** How a clause that does not bind is introduced, by authority. */
  readonly reported: {
    readonly 官方答问: string
    readonly 新闻报道: string
    readonly 调研材料: string
    readonly 编写建议: string
  }
  /** At the end of an answer in which nothing binds. */
  readonly notBinding: string
  /** Where a form would serve better: flow → when (as in doors) and the sentence that offers it. */
  readonly offers: readonly {
    readonly flow: string
    readonly when: readonly (readonly (readonly string[])[])[]
    readonly unless?: readonly string[]
  }[]
  /** Words of what this house is about; a question without any of them needs stronger support before it is answered. */
  readonly topics: readonly string[]
  /** Questions offered when nothing nearer is known. */
  readonly starters: readonly string[]
}
