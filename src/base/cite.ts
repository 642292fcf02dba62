/** 正式条文 binds; 官方答问 explains; the others only report and never carry a duty by themselves. */
export const authorities = ['正式条文', '官方答问', '新闻报道', '调研材料', '编写建议'] as const
export type Authority = (typeof authorities)[number]

/** How much of the text this house holds. */
export const holdings = ['original', 'digest', 'name-only'] as const
export type Held = (typeof holdings)[number]

/** One clause as shown beside a sentence. `id` is the fact id (`xuchang.filing.positive.4`); `label` is what a person reads (`第50条第1款第3项`, `正面清单第（四）项`). */
export interface Cite {
  readonly id: string
  /** Title of the instrument, without 《》. */
  readonly instrument: string
  readonly label: string
  /** `全国`, a province (`湖南省`), or a city (`许昌市`). */
  readonly region: string
  readonly authority: Authority
  readonly held: Held
  /** Verbatim words of the ingested original; absent while only a digest is held. */
  readonly quote?: string
  /** Path under our own address where the original can be read at this place, `/texts/t7/2#a50.1.3`; absent while only a digest is held. */
  readonly opens?: string
}
