/** The rooms of src/, from the ground up: what each may import besides itself. Stated in full, so that a review sees it. */
const rooms = {
  base: [],
  http: ['base'],
  originals: ['base'],
  extract: ['base'],
  knowledge: ['originals', 'base'],
  flow: ['base'],
  reading: ['flow', 'base'],
  coach: ['reading', 'flow', 'base'],
  dialogue: ['coach', 'reading', 'flow', 'base'],
  intake: ['flow', 'base'],
  ledger: ['base'],
  runtime: ['ledger', 'originals', 'dialogue', 'intake', 'flow', 'base'],
  search: ['knowledge', 'originals', 'base'],
  publishing: ['runtime', 'extract', 'knowledge', 'originals', 'flow', 'base'],
  answer: ['search', 'knowledge', 'originals', 'runtime', 'dialogue', 'reading', 'flow', 'base'],
  channels: ['runtime', 'dialogue', 'http', 'base'],
  store: ['runtime', 'originals', 'base'],
  documents: ['runtime', 'intake', 'flow', 'base'],
  console: ['documents', 'publishing', 'runtime', 'ledger', 'originals', 'intake', 'dialogue', 'flow', 'http', 'base'],
  vault: ['runtime', 'base'],
  files: ['runtime', 'base'],
}

/** Files outside the rooms: what they may import of ours. What knows everybody is known by nobody but the command line. */
const roots = {
  config: '^src/(base/index|config-channels)\\.ts$',
  'config-channels': '^$',
  plugs: '^src/((channels|runtime)/index|config)\\.ts$',
  log: '^src/base/index\\.ts$',
  sockets: '^src/channels/index\\.ts$',
  'front-door': '^src/(base|http)/index\\.ts$',
  assembly: `^(src/(${Object.keys(rooms).join('|')})/index\\.ts$|bot/)`,
  main: `^src/((${Object.keys(rooms).join('|')})/index|assembly|config|front-door|plugs|sockets|log)\\.ts$`,
}

/** Each vendor's kit and the file that may import it: leaving a vendor is then the work of one file. */
const vendors = {
  'botbuilder|@microsoft/agents': ['src/channels/botframework/sdk.ts'],
  'hnswlib-node': ['src/search/vectors/graph.ts'],
  '@langchain': [
    'src/search/retriever.ts',
    'src/search/vector-store.ts',
    'src/search/embeddings.ts',
    'src/answer/model.ts',
  ],
  'better-sqlite3': ['src/store/sqlite-driver.ts'],
  mammoth: ['src/extract/docx.ts'],
  unpdf: ['src/extract/pdf.ts'],
  cheerio: ['src/extract/html.ts', 'src/extract/numbering.ts'],
  chardet: ['src/extract/charset.ts'],
  yauzl: ['src/extract/zip.ts'],
  'pg|pg-[a-z-]+': ['src/store/postgres-pool.ts'],
  eta: ['src/console/render.ts'],
  otpauth: ['src/console/one-time-code.ts'],
  uqr: ['src/console/qr.ts'],
  'openid-client|oauth4webapi': ['src/console/single-sign-on.ts'],
  ws: ['src/channels/web/stream.ts'],
  'fast-xml-parser': ['src/channels/wecom/xml.ts'],
  '@wecom/aibot-node-sdk': ['src/channels/wecom-bot/sdk.ts'],
  pino: ['src/log.ts'],
  'prom-client': ['src/front-door.ts'],
  'opencc-js': ['src/base/chinese.ts'],
  'pinyin-pro': ['src/base/pinyin.ts'],
  '@fastify/busboy': ['src/http/multipart.ts'],
  docx: ['src/documents/word.ts'],
  'file-type': ['src/files/magic.ts'],
  'sharp|@img/[a-z0-9-]+': ['src/files/repaint.ts'],
}

const exactly = (files) => `^(${files.map((file) => file.replaceAll('.', '\\.')).join('|')})$`

/** Entered beside index.ts, because loading them costs what nothing else needs at start. */
const sideDoors = ['src/search/retriever.ts', 'src/search/embeddings.ts', 'src/search/vector-store.ts']

const outOfBounds = ([room, allowed]) => ({
  name: `${room}-looks-out-of-bounds`,
  severity: 'error',
  comment: `src/${room} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
  from: { path: `^src/${room}/` },
  to: { path: '^(src|bot|test)/', pathNot: [room, ...allowed].map((each) => `^src/${each}/`) },
})

const byIndexOnly = (room) => ({
  name: `${room}-by-its-front-door`,
  severity: 'error',
  comment: `src/${room} is entered by its index.ts`,
  from: { path: '^(src|bot)/', pathNot: `^src/${room}/` },
  to: { path: `^src/${room}/`, pathNot: [`^src/${room}/index\\.ts$`, exactly(sideDoors)] },
})

const rootBounds = ([root, allowed]) => ({
  name: `${root}-looks-out-of-bounds`,
  severity: 'error',
  from: { path: `^src/${root}\\.ts$` },
  to: { path: '^(src|bot|test)/', pathNot: allowed },
})

const oneFileKnows = ([packages, files]) => ({
  name: `one-file-knows-${packages.split('|')[0].replace(/\W+/g, '')}`,
  severity: 'error',
  from: { path: '^(src|bot)/', pathNot: exactly(files) },
  to: { path: `node_modules/(@types/)?(${packages})(/|$)` },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^(src|bot)/' }, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'a file that nobody imports and that imports nobody does nothing; browser scripts are loaded by pages',
      from: { path: '^(src|bot)/', orphan: true, pathNot: '^src/(channels/web/page|console/public)/' },
      to: {},
    },
    ...Object.entries(rooms).map(outOfBounds),
    ...Object.keys(rooms).map(byIndexOnly),
    ...Object.entries(roots).map(rootBounds),
    {
      name: 'every-file-has-a-room',
      severity: 'error',
      comment: 'a new room gets its line in this file first',
      from: {
        path: '^src/',
        pathNot: `^src/((${Object.keys(rooms).join('|')}|cli)/|(${Object.keys(roots).join('|')})\\.ts$)`,
      },
      to: {},
    },
    {
      name: 'cli-leaves-bot-to-assembly',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|assembly)\\.ts$|^src/cli/' },
      to: { path: '^bot/' },
    },
    {
      name: 'bot-speaks-only-flow-and-intake',
      severity: 'error',
      from: { path: '^bot/' },
      to: { pathNot: '^(bot/|src/(flow|intake)/index\\.ts$)' },
    },
    {
      name: 'pure-rooms-touch-nothing',
      severity: 'error',
      comment:
        'functions of their arguments: nothing of node, no packages but zod (and opencc-js and pinyin-pro in base)',
      from: { path: '^(src/(base|originals|flow|reading|coach|dialogue|intake|ledger)|bot)/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'undetermined'],
        pathNot: 'node_modules/(zod|opencc-js|pinyin-pro)/',
      },
    },
    {
      name: 'pages-import-only-pages',
      severity: 'error',
      comment: 'browser scripts run as they are; they can reach nothing of the server, and the server nothing of them',
      from: { path: '^src/(channels/web/page|console/public)/' },
      to: { pathNot: '^src/$1/' },
    },
    ...Object.entries(vendors).map(oneFileKnows),
    {
      name: 'no-form-reaches-a-model',
      severity: 'error',
      comment: 'what is said in a form passes through these rooms; from none of them a way leads to the language model',
      from: {
        path: `^src/(${Object.keys(rooms)
          .filter((room) => room !== 'answer')
          .join('|')})/|^bot/`,
      },
      to: { path: '^src/answer/(model|ask-model|open-model|with-model)\\.ts$', reachable: true },
    },
    {
      name: 'a-model-is-loaded-late',
      severity: 'error',
      comment:
        'the client for a language model costs half a second and is loaded with the first question that needs it',
      from: { path: '^src/answer/' },
      to: { path: 'node_modules/@langchain/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-way-to-the-model',
      severity: 'error',
      comment: 'only what puts its limits around it may open a model',
      from: { path: '^(src|bot)/', pathNot: '^src/answer/open-model\\.ts$' },
      to: { path: '^src/answer/model\\.ts$' },
    },
    {
      name: 'sql-stays-in-the-store',
      severity: 'error',
      from: { path: '^(src|bot)/', pathNot: '^src/store/' },
      to: { path: 'node_modules/kysely/' },
    },
    {
      name: 'nothing-of-development-in-production',
      severity: 'error',
      from: { path: '^(src|bot)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'tests-are-for-tests', severity: 'error', from: { path: '^(src|bot)/' }, to: { path: '^test/' } },
    {
      name: 'tests-enter-by-front-doors',
      severity: 'error',
      comment: 'only the tests of a room may look at its parts; types may be looked at where they stand',
      from: { path: '^test/([^/]+)' },
      to: {
        path: '^src/[^/]+/',
        pathNot: ['^src/[^/]+/index\\.ts$', '^src/$1/', exactly(sideDoors)],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
