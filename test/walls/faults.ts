import ts from 'typescript'

export interface FaultFound {
  readonly rule: string
  /** `path:line` */
  readonly where: string
}

/** No file of src/ and bot/ is longer: where the giants among our models have their one huge file, their issues gather. */
const longest = 250

/** Rooms that are functions of their arguments: no clock, no chance. */
const pure = /^(?:src\/(?:base|originals|flow|reading|coach|dialogue|intake)|bot)\//

/** Calendar sums on given days, in UTC, by the sun and by the moon; the pure files that may build dates at all. */
const calendars = new Set(['src/base/day.ts', 'src/base/moon.ts'])
/** The moon's calendar is the engine's own; it is asked with calendar and zone named. */
const moon = 'src/base/moon.ts'

/** The one reader of the environment. */
const environment = 'src/config.ts'
/** Keeps a vendor's kit from printing what people wrote; it prints nothing itself. */
const silencer = 'src/channels/botframework/quiet.ts'

/** Words left for later or for a debugger; joined here, so that this file does not find itself. */
const leftovers = new RegExp(
  `(?://|/\\*|^\\s*\\*).*(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', '@ts-' + '(?:ignore|nocheck|expect-error)'].join('|')})`,
)

const names = /(?:^|[/-])(?:utils?|helpers?|common|services?|managers?|misc)(?:[/.-]|$)/

/** What a file breaks of the style of the house that no type checker and no import rule sees. */
export function faultsOf(path: string, text: string): readonly FaultFound[] {
  const own = /^(?:src|bot)\//.test(path)
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const found: FaultFound[] = []
  const note = (rule: string, at: number) =>
    void found.push({ rule, where: `${path}:${file.getLineAndCharacterOfPosition(at).line + 1}` })

  if (own && text.split('\n').length - 1 > longest) note('longer than 250 lines', 0)
  if (names.test(path)) note('named for nothing', 0)
  for (const [n, line] of text.split('\n').entries())
    if (leftovers.test(line)) found.push({ rule: 'left for later', where: `${path}:${n + 1}` })

  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) note('any', node.getStart())
    if (ts.isEnumDeclaration(node)) note('enum', node.getStart())
    if (own && ts.isExportAssignment(node) && !path.startsWith('bot/')) note('default export', node.getStart())
    if (own && path !== silencer && reads(node, 'console')) note('console', node.getStart())
    if (own && path !== environment && reads(node, 'process', 'env')) note('reads the environment', node.getStart())
    if (pure.test(path)) for (const rule of impurity(node, path)) note(rule, node.getStart())
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** `object.property`, however the property is written; any property if none is named. */
function reads(node: ts.Node, object: string, property?: string): boolean {
  if (ts.isPropertyAccessExpression(node))
    return isNamed(node.expression, object) && (property === undefined || node.name.text === property)
  if (ts.isElementAccessExpression(node))
    return (
      isNamed(node.expression, object) &&
      (property === undefined ||
        (ts.isStringLiteral(node.argumentExpression) && node.argumentExpression.text === property))
    )
  return false
}

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name

function impurity(node: ts.Node, path: string): readonly string[] {
  if (reads(node, 'Math', 'random')) return ['chance in a pure room']
  if (!ts.isIdentifier(node) || node.text !== 'Date' || ts.isTypeReferenceNode(node.parent)) {
    return ts.isIdentifier(node) && node.text === 'Intl' && path !== moon
      ? ['the settings of a machine in a pure room']
      : []
  }
  if (!calendars.has(path)) return ['a clock in a pure room']
  const { parent } = node
  const given = ts.isNewExpression(parent) && (parent.arguments?.length ?? 0) > 0
  const utc = ts.isPropertyAccessExpression(parent) && parent.name.text === 'UTC'
  return given || utc ? [] : ['a clock in a pure room']
}
