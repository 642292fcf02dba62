import { writeFileSync } from 'node:fs'
import { Fault } from '../base/index.ts'
import { teamsPackage } from '../channels/index.ts'
import { readConfig } from '../config.ts'
import type { Call } from './call.ts'

/** Writes the package a Teams administrator uploads, filled from the environment the house is started with. */
export async function writeTeamsPackage({ words, options, print }: Call): Promise<number> {
  const { microsoft, origin } = readConfig()
  if (!microsoft) throw new Fault(['还没有接 Teams：请先设好 MICROSOFT_APP_ID 等三个环境变量。'])
  if (!origin?.startsWith('https://')) throw new Fault(['请先设 QINGWEN_ORIGIN，应是 https 开头的公网网址。'])
  const office = typeof options['office'] === 'string' ? options['office'] : '清问'
  const version = typeof options['release'] === 'string' ? options['release'] : '1.0.0'
  const file = words[0] ?? 'qingwen-teams.zip'
  writeFileSync(file, teamsPackage({ appId: microsoft.appId, origin, office, version }))
  print(`写好了 ${file}，请 Teams 管理员在管理中心“管理应用”里上传。`)
  return 0
}
