import { aspects, inlineItems } from './inline.ts'
import type { Mark, MarkKind } from './marks.ts'
import type { Level, Piece } from './types.ts'

/** A piece still open: its end moves as lines come. */
interface Open {
  readonly level: Level
  readonly rank: number
  readonly kind?: MarkKind
  number?: string
  title?: string
  readonly start: number
  end: number
  readonly children: Piece[]
  /** A title that holds what follows, and not an item of a list. */
  readonly isTitle?: boolean
}

/** Who may hold whom: a piece closes all that are open with its own rank or a greater one. */
const rank = { 标题: 0, 编: 1, 分编: 2, 章: 3, 节: 4, 条: 5, 部分: 5, 问: 6, 答: 7, 段: 8, 项: 9 } as const

/** Pieces from marked lines, in one pass. */
export class Builder {
  private readonly text: string
  private readonly root: Open = { level: '标题', rank: -1, start: 0, end: 0, children: [] }
  private stack: Open[]
  private titleless: Open | undefined

  constructor(text: string) {
    this.text = text
    this.stack = [this.root]
  }

  /** Within an article: short lines are its words and no titles. */
  get isArticle(): boolean {
    return this.stack.some(({ level }) => level === '条')
  }

  get isAsked(): boolean {
    return this.stack.some(({ level }) => level === '问')
  }

  get isAnswered(): boolean {
    return this.stack.some(({ level }) => level === '答')
  }

  /** Within a part of prose that is counted 一、. */
  get isSection(): boolean {
    return this.stack.some(({ rank: own, level }) => level === '标题' && own === rank.部分)
  }

  /** 第一章 alone on its line: the next short line is its title. */
  awaitsTitle(start: number): boolean {
    return this.titleless !== undefined && this.titleless.end + 1 === start
  }

  lateTitle(end: number): void {
    const open = this.titleless!
    open.title = this.text.slice(open.end + 1, end)
    open.end = end
    this.titleless = undefined
  }

  /** 附则 and 总则 stand alone where a text counts no chapters. */
  unnumbered(start: number, end: number): void {
    this.leaveTitle()
    this.open({ level: '章', rank: rank.章, title: this.text.slice(start, end), start, end, children: [] })
  }

  part(mark: Mark, start: number, end: number): void {
    this.leaveTitle()
    // The marks of parts are called as their levels are.
    const level = mark.kind as '编' | '分编' | '章' | '节'
    const open = this.open({ level, rank: rank[level], number: mark.number, start, end, children: [] })
    const title = this.text.slice(start + mark.length, end)
    if (title === '') this.titleless = open
    else open.title = title
  }

  article(mark: Mark, start: number, end: number): void {
    this.leaveTitle()
    const named = /^【([^】]{1,40})】[ \u3000]*/.exec(
      this.text.slice(start + mark.length, Math.min(end, start + mark.length + 60)),
    )
    this.open({
      level: '条',
      rank: rank.条,
      number: mark.number,
      ...(named ? { title: named[1]! } : {}),
      start,
      end,
      children: [],
    })
    this.words(start + mark.length + (named?.[0].length ?? 0), end, '款')
  }

  heading(start: number, end: number, kind?: '附件'): void {
    this.open({
      level: '标题',
      rank: rank.标题,
      ...(kind === undefined ? {} : { kind }),
      title: this.text.slice(start, end),
      start,
      end,
      children: [],
      isTitle: true,
    })
  }

  question(mark: Mark, start: number, end: number): void {
    this.open({
      level: '问',
      rank: rank.问,
      title: this.text.slice(start + mark.length, end),
      start,
      end,
      children: [],
    })
  }

  questionGoesOn(end: number): void {
    const open = this.stack.findLast(({ level }) => level === '问')!
    open.title = this.text.slice(open.end - (open.title ?? '').length, end)
    open.end = end
  }

  answer(mark: Mark, start: number, end: number): void {
    this.open({ level: '答', rank: rank.答, start, end, children: [] })
    this.words(start + mark.length, end, '段')
  }

  /** An item of a list; in prose outside articles and answers 一、 is a part, and a short （一） the title of what follows. */
  item(mark: Mark, start: number, end: number, isTitle: boolean): void {
    const { kind, number } = mark
    const inProse = !this.isArticle && !this.isAsked
    const titled = { title: this.text.slice(start + mark.length, end), isTitle: true }
    if (inProse && kind === '一、') {
      this.open({ level: '标题', rank: rank.部分, kind, number, start, end, children: [], ...(isTitle ? titled : {}) })
      if (!isTitle) this.inside(start + mark.length, end, kind)
      return
    }
    const known = this.stack.findIndex((each) => each.kind === kind)
    const over = this.stack.findLast((each) => each.isTitle && each.rank >= rank.段)
    const deeper =
      inProse && isTitle ? (over ? over.rank + 1 : rank.段) : Math.max(rank.项, this.stack.at(-1)!.rank + 1)
    const depth = known > 0 ? this.stack[known]!.rank : deeper
    const level = inProse && isTitle ? '标题' : depth > rank.项 && this.isArticle ? '目' : '项'
    this.open({ level, rank: depth, kind, number, start, end, children: [], ...(level === '标题' ? titled : {}) })
    if (level !== '标题') this.inside(start + mark.length, end, kind)
  }

  /**
   * A paragraph without a mark. Between two items of one list it goes on with the first of them; after the last it is a
   * paragraph of its own.
   *
   * @param next the next item, if one comes before anything larger.
   */
  paragraph(start: number, end: number, next: Mark | undefined): void {
    if (this.isAsked && !this.isAnswered) this.open({ level: '答', rank: rank.答, start, end, children: [] })
    const holder =
      next &&
      this.stack.findLast(({ kind, number }) => kind === next.kind && Number(number) + 1 === Number(next.number))
    const title = this.stack.findLast((each) => each.isTitle && each.rank >= rank.段)
    const within = holder && holder.rank >= rank.项 ? holder : title
    if (within) this.close(within.rank + 1)
    else this.close(rank.段)
    this.words(start, end, this.isArticle && !within ? '款' : '段', within && within.rank + 1)
  }

  finish(): readonly Piece[] {
    this.close(0)
    return this.root.children
  }

  /** A paragraph with what is told within it; it stays open for the items that follow on lines of their own. */
  private words(start: number, end: number, level: '款' | '段', own: number = rank.段): void {
    if (this.text.slice(start, end).trim() === '') return
    this.open({ level, rank: own, start, end, children: [] })
    this.inside(start, end)
  }

  private inside(start: number, end: number, kind?: MarkKind): void {
    const open = this.stack.at(-1)!
    const text = this.text.slice(start, end)
    const parts = aspects(text)
    if (parts.length > 0)
      for (const one of parts) {
        const inner = inlineItems(text.slice(one.start, one.end))
        open.children.push({
          level: '段',
          ...(one.title === undefined ? {} : { title: one.title }),
          start: start + one.start,
          end: start + one.end,
          children: inner.map((each) => this.inline(each, start + one.start)),
        })
      }
    else for (const one of inlineItems(text, kind)) open.children.push(this.inline(one, start))
  }

  private inline(one: { readonly number?: string; readonly start: number; readonly end: number }, from: number): Piece {
    return {
      level: '项',
      ...(one.number === undefined ? {} : { number: one.number }),
      start: from + one.start,
      end: from + one.end,
      children: [],
    }
  }

  /** The title of a regulation holds all of it, so it leads nowhere within; that of an annex tells which text is meant. */
  private leaveTitle(): void {
    if (this.stack[1]?.level === '标题' && this.stack[1].kind !== '附件' && this.stack[1].rank === rank.标题)
      this.close(rank.标题)
  }

  private open(piece: Open): Open {
    this.titleless = undefined
    this.close(piece.rank)
    this.stack.push(piece)
    return piece
  }

  /** Closes all open pieces of the given rank and greater ones. */
  private close(from: number): void {
    while (this.stack.length > 1 && this.stack.at(-1)!.rank >= from) {
      const { level, number, title, start, end, children } = this.stack.pop()!
      const above = this.stack.at(-1)!
      above.end = Math.max(above.end, end)
      above.children.push({
        level,
        ...(number === undefined ? {} : { number }),
        ...(title === undefined ? {} : { title }),
        start,
        end,
        children,
      })
    }
  }
}
