/** The fixed sentences of an answer; the words stand in bot/answers.ts. `{…}` is filled in. */
export interface AnswerPhrases {
  /** Nothing in the library supports an answer: how that is said, and what next; the first whose words are in the question, or that has none. */
  readonly noMatch: {
    readonly heads: readonly string[]
    readonly nexts: readonly {
      readonly when?: readonly string[]
      readonly unless?: readonly string[]
      readonly says: readonly string[]
      readonly flow?: string
    }[]
    /** What next, where none of the words of our topics was said. */
    readonly elsewhere: readonly string[]
  }
  /** Subjects on which the national rules are asked for, unless a place is named: no question back about the place. */
  readonly nationwide: readonly string[]
  /** What somebody who writes a report is afraid of (when and unless as in doors), and the guide that answers it, whatever the place. */
  readonly worries: readonly {
    readonly guide: string
    /** Only where no place is known: a place may have rules of its own on it. */
    readonly unplaced?: true
    /** Characters a question has at most, where its words mean this only by themselves. */
    readonly longest?: number
    /** Not where a clause is as good as sure to answer. */
    readonly yields?: true
    readonly when: readonly (readonly (readonly string[])[])[]
    readonly unless: readonly string[]
  }[]
  /** Before an answer that may not be what was meant. */
  readonly nearest: string
  /** One of several questions in a message found nothing. `{part}` */
  readonly partNoMatch: string
  /** Before the answer to each of several questions. `{part}` */
  readonly part: string
  /** Before what the message read as a whole needs beside the answers to its questions. */
  readonly wholeToo: string
  readonly unavailable: string
  /** Only a title is held. */
  readonly nameOnly: string
  /** It depends on the place; asks which. `{held}` */
  readonly whichPlace: string
  /** Words for one matter; texts on another matter do not answer for it, whatever else they share. */
  readonly families: readonly (readonly string[])[]
  /** `{held}` have rules of their own beside what was told. */
  readonly placesToo: string
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
  /** Before another place's rules, for somebody who is not there. `{place}`, `{home}` */
  readonly reference: string
  /** Before an answer that tells them beside what holds everywhere. `{place}`, `{home}` */
  readonly referenceWithin: string
  /** The same as `reference`, where it is not known where the person is. `{place}` */
  readonly onlyThere: string
  /** Before what the province above the person's place says. `{place}` */
  readonly layerSays: string
  readonly nothingEverywhere: string
  /** Before sentences a language model has worded, each held against its clauses. */
  readonly written: string
  /** Before such a sentence where its clause holds in one place only. `{place}` */
  readonly inPlace: string
  /** Before further clauses, and where there are none. */
  readonly more: string
  readonly noMore: string
  /** Before the clauses the last answer rested on. */
  readonly grounds: string
  /** The item asked for is beyond the last. `{count}` */
  readonly noSuchItem: string
  /** `{instrument}`, `{article}`, `{held}` */
  readonly absentArticle: string
  /** The number may well exist, the house does not hold it. `{instrument}`, `{article}`, `{held}` */
  readonly unheldArticle: string
  /** `{instrument}`, `{article}`, `{until}`, `{now}` */
  readonly formerArticle: string
  /** The same, where nothing took its place. `{instrument}`, `{article}`, `{until}` */
  readonly endedArticle: string
  /** Before a list. `{title}`, `{count}` */
  readonly list: string
  /** How a clause that does not bind is introduced, by authority. */
  readonly reported: {
    readonly 官方答问: string
    readonly 新闻报道: string
    readonly 调研材料: string
    readonly 编写建议: string
  }
  /** A limit worked out on the calendar: `{from}`, `{limit}`, `{until}`; what is added where that day is past (`{today}`); one that runs beyond `{covered}`. */
  readonly dayCounted: string
  readonly dayPassed: string
  readonly dayBeyond: string
  /** A day that cannot be: `{what}`. */
  readonly dayImpossible: string
  /** The act is older than the text told: `{told}`, `{instrument}`, `{since}`, and with a former number `{former}`, `{note}`, `{label}`. */
  readonly actBeforeArticle: string
  readonly actBeforeText: string
  /** At the end of an answer in which nothing binds. */
  readonly notBinding: string
  /** Where a form would serve better: flow → when (as in doors) and the sentence that offers it. */
  readonly offers: readonly {
    readonly flow: string
    /** Nearer to these words than the form of a curated answer, and offered before it. */
    readonly first?: true
    readonly when: readonly (readonly (readonly string[])[])[]
    readonly unless?: readonly string[]
  }[]
  /** Words of what this house is about; a question without any of them needs stronger support before it is answered. */
  readonly topics: readonly string[]
  /** Words of neighbouring subjects nothing is held about; a question with one of them that no chosen clause speaks of needs stronger support. */
  readonly beyond: readonly string[]
  /** Questions offered when nothing nearer is known. */
  readonly starters: readonly string[]
}
