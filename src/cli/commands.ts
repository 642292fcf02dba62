import type { ParseArgsConfig } from 'node:util'
import type { Call } from './call.ts'

export interface Command {
  /** First line: what it does. The rest: how to call it. */
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  run(call: Call): Promise<number>
}

const region = { region: { type: 'string' } } as const

/** Every command by name. Each loads its own parts, so that `ask` does not wait for the web server. */
export const commands: Readonly<Record<string, Command>> = {
  start: {
    help: '启动服务：网页对话在 /，工作台在 /console\n用法：npx qingwen start（端口等用环境变量设置，见 README）',
    options: {},
    run: async () => (await import('../main.ts')).main(),
  },
  ask: {
    help: '问一个问题，答案标出处\n用法：npx qingwen ask "<问题>" [--region 许昌市] [--audience cadre|citizen|officer] [--json]',
    options: { ...region, audience: { type: 'string' } },
    run: async (call) => (await import('./ask.ts')).ask(call),
  },
  chat: {
    help: '在终端里对话，和网页上是同一个助手\n用法：npx qingwen chat [--region 许昌市]（内容只在内存里，退出就没有了）',
    options: region,
    run: async (call) => (await import('./chat.ts')).chat(call),
  },
  talk: {
    help: '按文件里的验收对话逐句走一遍，并核对结果\n用法：npx qingwen talk <文件.md> [--only C05,C06] [--json]',
    options: { only: { type: 'string' } },
    run: async (call) => (await import('./talk/index.ts')).talk(call),
  },
  eval: {
    help: '跑一份问题文件，给出条款召回、精度和结论是否对\n用法：npx qingwen eval <文件.jsonl> 或 --questions <文件.jsonl> [--json]',
    options: { questions: { type: 'string' } },
    run: async (call) => (await import('./ask.ts')).evaluate(call),
  },
  'bench retrieval': {
    help: '用一份 BEIR 格式的检索题测条文检索：召回、排序和快慢\n用法：npx qingwen bench retrieval --beir <文件夹> [--queries <文件>] [--qrels <文件>] [--learn] [--json]（--learn 另用一半的题学词，测另一半）',
    options: {
      beir: { type: 'string' },
      queries: { type: 'string' },
      qrels: { type: 'string' },
      learn: { type: 'boolean' },
    },
    run: async (call) => (await import('./bench/retrieval.ts')).benchRetrieval(call),
  },
  check: {
    help: '检查 bot/ 和 knowledge/：一次列出所有问题\n用法：npx qingwen check [--knowledge <文件夹>] [--lock <文件>]',
    options: { knowledge: { type: 'string' }, lock: { type: 'string' } },
    run: async (call) => (await import('./check.ts')).check(call),
  },
  'print-cards': {
    help: '把每张表的问题和对照表印成 bot/cards/ 里的卡片，供政策干部审\n用法：npx qingwen print-cards [--check]（--check 只比对，不写）',
    options: { check: { type: 'boolean' } },
    run: async (call) => (await import('./check.ts')).printCards(call),
  },
  'seal-edition': {
    help: '封存已发布的表单版本，封存后不能再改\n用法：npx qingwen seal-edition [--retire report@2026-11-01,…] [--json]（--retire 停用已从 bot/index.ts 去掉的版本；--lock <文件> 换一个封存记录，平时不用）',
    options: { retire: { type: 'string' }, lock: { type: 'string' } },
    run: async (call) => (await import('./seal-edition.ts')).sealEdition(call),
  },
  ingest: {
    help: [
      '把文件原文收进库里：docx、pdf、html、md、txt，可以一次收几份',
      '用法：npx qingwen ingest <文件…> [--title 名称] [--region 许昌市|全国] [--authority 正式条文|官方答问|新闻报道|调研材料] [--issuer 发文机关] [--number 文号] [--issued 日期] [--from 施行日期|不详] [--until 失效日期] [--of t3|new] [--charset gb18030] [--account 账号] [--json]',
      '文件里读不出来的，请用上面的选项写明。日期写 2026-01-01。',
      '一个工作人员账号都还没有时直接发布；有了账号以后要加 --account（密码从标准输入读），收进来先等另一个人核对，用 npx qingwen publish 发布。',
    ].join('\n'),
    options: {
      ...region,
      title: { type: 'string' },
      authority: { type: 'string' },
      issuer: { type: 'string' },
      number: { type: 'string' },
      issued: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      of: { type: 'string' },
      charset: { type: 'string' },
      account: { type: 'string' },
    },
    run: async (call) => (await import('./texts/ingest.ts')).ingest(call),
  },
  texts: {
    help: '列出库里的文件原文：已发布的、等人核对的、还缺什么\n用法：npx qingwen texts [--all] [--json]（--all 连撤回的也列出）',
    options: { all: { type: 'boolean' } },
    run: async (call) => (await import('./texts/list.ts')).texts(call),
  },
  publish: {
    help: '核对并发布一份文件原文；发布的人不能是提出的人\n用法：npx qingwen publish <编号> --account <账号> [--show] [--json]（编号如 p12，见 npx qingwen texts；密码从标准输入读；只加 --show 不加 --account 时只看改动，不发布）',
    options: { account: { type: 'string' }, show: { type: 'boolean' } },
    run: async (call) => (await import('./texts/publish.ts')).publish(call),
  },
  withdraw: {
    help: '撤回一份等人核对的文件，或者把已发布的撤下来，答复不再引用它\n用法：npx qingwen withdraw <编号> --account <账号> [--json]（密码从标准输入读）',
    options: { account: { type: 'string' } },
    run: async (call) => (await import('./texts/publish.ts')).withdraw(call),
  },
  'audit verify': {
    help: '核对台账：逐条验算，并和存在外面的签名比，指出哪一条被删、被改、被调换、从哪里被截断\n用法：npx qingwen audit verify [--head <签名文件>] [--json]（不写 --head 就用 QINGWEN_AUDIT_HEAD 指的文件；用 SQLite 时请先停服务，或对备份核对）',
    options: { head: { type: 'string' } },
    run: async (call) => (await import('./audit-verify.ts')).auditVerify(call),
  },
  retention: {
    help: '看哪些办结的件保管到期、哪些暂缓；接着办完两个人已经同意的销毁\n用法：npx qingwen retention [--apply] [--dry-run] [--json]（不加 --apply 只看不动；到期的要在工作台里由两个人同意，命令行不能代替；用 SQLite 时请先停服务）',
    options: { apply: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
    run: async (call) => (await import('./retention.ts')).retention(call),
  },
  'teams package': {
    help: '做一份 Teams 应用包，给 Teams 管理员上传\n用法：npx qingwen teams package [文件.zip] [--office 单位名称] [--release 1.0.0]（应用和网址取自环境变量）',
    options: { office: { type: 'string' }, release: { type: 'string' } },
    run: async (call) => (await import('./teams-package.ts')).writeTeamsPackage(call),
  },
  'officer reset-code': {
    help: '手机丢了、又没有另一位同事能同意时，在服务器上重置一个账号的验证码\n用法：npx qingwen officer reset-code --account <账号> [--json]（打不开任何密封的内容，台账会记一条；用 SQLite 时请先停服务）',
    options: { account: { type: 'string' } },
    run: async (call) => (await import('./officer-reset-code.ts')).officerResetCode(call),
  },
  'officer add': {
    help: '添加工作人员账号\n用法：npx qingwen officer add --account <账号> --name <姓名> [--role 受理、承办]（密码从标准输入读，不出现在命令行里；岗位有系统管理、安全管理、审计管理、受理、承办、复核、政策，第一次登录时绑定验证码）',
    options: { account: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
    run: async (call) => (await import('./officer.ts')).officerAdd(call),
  },
}
