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
  'officer add': {
    help: '添加工作人员账号\n用法：npx qingwen officer add --account <账号> --name <姓名> [--role 受理|系统管理]（密码从标准输入读，不出现在命令行里）',
    options: { account: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
    run: async (call) => (await import('./officer.ts')).officerAdd(call),
  },
}
