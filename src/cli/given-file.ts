import { readFileSync } from 'node:fs'
import { Fault } from '../base/index.ts'

/** The text of a file named on the command line. @throws Fault naming it if it cannot be read. */
export function givenFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Fault([`文件 ${file} 读不了，请检查路径对不对、有没有权限。`], { cause })
  }
}
