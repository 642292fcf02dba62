import { count, given, holds } from '../flow/index.ts'
import { checkLetter, type PaperBlock, type PaperBox, type PaperKind } from '../intake/index.ts'
import { clean } from './clean.ts'
import { clauseIn, type Found, known, look, type Material, type PaperClause, withoutIdentity } from './material.ts'
import { type Box, type Paper, type Piece, type Run, type Source, textOf } from './paper.ts'
import { lacking } from './words.ts'

/**
 * Writes a paper out of a case: everything on it stands in the paper's own words or in the case, and says where. Pure.
 * Whether it is offered at all is for `offered`.
 */
export function compose(kind: PaperKind, material: Material): Paper {
  const sources = new Map<string, { n: number; source: Source }>()
  const cite = (source: Source): number => {
    const seen = sources.get(source.path)
    if (!seen) sources.set(source.path, { n: sources.size + 1, source })
    return seen?.n ?? sources.size
  }
  const writer = write(material, cite)
  const { id, title, letter, to, signer, blocks } = kind
  // In the order they are read, so that the list behind the paper follows it.
  const head = letter && { from: writer.line(letter.from), number: letter.number }
  const addressee = to === undefined ? {} : { to: writer.line(to) }
  const pieces = blocks.flatMap((block) => writer.pieces(block))
  const signed = signer === undefined ? {} : { signer: writer.line(signer) }
  return {
    id,
    title,
    file: `${material.case.number.replace(/[^A-Z0-9-]/g, '')}-${id}.docx`,
    ...(head ? { letter: head } : {}),
    ...addressee,
    pieces,
    ...signed,
    look: [
      ...(letter ? held(letter.rules, pieces, material) : []),
      ...kind.look.flatMap((block) => writer.pieces(block)),
    ],
    sources: [...sources.values()].map(({ source }) => source),
  }
}

/** What a letter must not say, pointed at where it stands: words are not taken out, whoever signs decides. */
function held(rules: NonNullable<PaperKind['letter']>['rules'], pieces: readonly Piece[], material: Material): Piece[] {
  const text = pieces.map((piece) => (piece.type === 'table' ? '' : textOf(piece.runs))).join('\n')
  const { ways, scope } = known(material)
  const approved = {
    ways: ways?.is === 'given' ? [ways.value].flat().filter((each) => typeof each === 'string') : [],
    scope: scope?.is === 'given' ? String(scope.value) : '',
  }
  return checkLetter(text, approved, rules).map(({ from, to, says }): Piece => {
    return { type: 'text', runs: [{ text: `发出以前要改：“${text.slice(from, to)}”。${says}。` }] }
  })
}

function write(material: Material, cite: (source: Source) => number) {
  const { answers, findings } = material.case.form
  const facts = known(material)
  const told = (words: string) => withoutIdentity(clean(words), material)
  const run = ({ text, source }: Found): Run => ({ text, source: cite(source) })

  /** Full stops of the template and of the person's own sentence do not pile up. */
  function line(words: string, scope = ''): Run[] {
    const runs: Run[] = []
    for (const part of words.split(/(\{[^}]+\})/)) {
      const name = /^\{([^}]+)\}$/.exec(part)?.[1]
      if (name !== undefined) runs.push(run(named(name, scope)))
      else if (part !== '') runs.push({ text: ended(runs.at(-1)) ? part.replace(/^[。；，]/, '') : part })
    }
    return runs.filter(({ text }) => text !== '')
  }

  function named(name: string, scope: string): Found {
    const [path = '', of] = name.split('#')
    if (of !== 'clause') return look(path, material, scope)
    const clause = clauseOf(`{${path}}`)
    return clause ? found(clause, `《${clause.instrument}》${clause.label}`) : look(path, material, scope)
  }

  function clauseOf(name: string): PaperClause | undefined {
    const field = /^\{(.+)\}$/.exec(name)?.[1]
    const id = field === undefined ? name : clauseIn(field, material)
    return id !== undefined && Object.hasOwn(material.clauses, id) ? material.clauses[id] : undefined
  }

  const found = (clause: PaperClause, text: string): Found => ({
    text: clean(text),
    source: {
      path: `clause:${clause.id}`,
      label: clause.label,
      where: `《${clause.instrument}》${clause.label}，${clause.held === 'original' ? '原文' : '条款摘要，正式引用请对原文'}`,
    },
  })

  const quoted = (clause: PaperClause): Run =>
    run(found(clause, `${clause.label}：${clause.held === 'original' ? (clause.quote ?? clause.text) : clause.text}`))

  const boxes = (rows: readonly (readonly PaperBox[])[], scope = ''): Box[][] =>
    rows.map((row) =>
      row.map((box): Box => {
        if ('blank' in box) {
          const { label, blank, by } = box
          return { label, runs: [], blank, ...(by === undefined ? {} : { by }) }
        }
        return {
          label: box.label,
          runs: 'field' in box ? [run(look(box.field, material, scope))] : line(box.text, scope),
        }
      }),
    )

  function pieces(block: PaperBlock): Piece[] {
    if (block.only && holds(block.only, facts) !== 'yes') return []
    if (block.unless && holds(block.unless, facts) === 'yes') return []
    if ('heading' in block) return [{ type: 'heading', runs: line(block.heading) }]
    if ('text' in block) {
      for (const id of block.cites) citeClause(id)
      return [{ type: 'text', runs: line(block.text) }]
    }
    if ('list' in block) return numbered(block.list)
    if ('quote' in block)
      return [clauseOf(block.quote)].flatMap((c) => (c ? [{ type: 'quote', runs: [quoted(c)] }] : []))
    if ('rows' in block) {
      const tables = 'each' in block ? items(block) : [{ type: 'table' as const, rows: boxes(block.rows) }]
      return tables
    }
    if ('added' in block) return added(block.added)
    return marks(block.findings)
  }

  function citeClause(name: string): void {
    const clause = clauseOf(name)
    if (clause) cite(found(clause, '').source)
  }

  function items({ each, item, rows }: Extract<PaperBlock, { each: string }>): Piece[] {
    const many = Array.from({ length: count(answers, each) }, (_, at): Piece => {
      return { type: 'table', title: `${item} ${at + 1}`, rows: boxes(rows, `${each}[${at}].`) }
    })
    return many.length > 0 ? many : [{ type: 'table', rows: [[{ label: item, runs: [run(look(each, material))] }]] }]
  }

  function numbered(path: string): Piece[] {
    const whole = look(path, material)
    const value = given(facts, path)
    if (whole.lacks || !Array.isArray(value) || value.length === 0) return [{ type: 'text', runs: [run(whole)] }]
    return value.map((each: string, at): Piece => {
      return { type: 'text', runs: [{ text: `${at + 1}．` }, run({ ...whole, text: told(each) })] }
    })
  }

  /** Each answer with the question before it; internal notes are no part of it. */
  function added(title: string): Piece[] {
    let asked = ''
    const rows = material.case.messages.flatMap(({ at, from, text, question, internal }, n): Box[][] => {
      if (internal) return []
      if (from === 'officer') {
        asked = question ? told(text) : ''
        return []
      }
      const day = at.slice(0, 10)
      const source = { path: `message:${n}`, label: `${title} ${day}`, where: `往来第 ${n + 1} 条，${day}` }
      const before = asked === '' ? [] : [{ text: `问：${asked}\n` }]
      return [[{ label: day, runs: [...before, run({ text: told(text), source })] }]]
    })
    return rows.length > 0 ? [{ type: 'table', title, rows }] : []
  }

  const marks = (title: string): Piece[] =>
    findings.map((finding): Piece => {
      const rows = finding.marks.map(({ says, mark, said, cite: id }): Box[] => {
        citeClause(id)
        return [{ label: mark, runs: [{ text: told(`${says}${said ? `\n原话：${said}` : ''}`) }] }]
      })
      return { type: 'table', title: `${title}：${finding.verdict}`, rows }
    })

  return { line, pieces }
}

const ended = (before: Run | undefined): boolean =>
  before !== undefined &&
  before.source !== undefined &&
  /[。；，！？.!?]$/.test(before.text) &&
  before.text !== lacking.absent
