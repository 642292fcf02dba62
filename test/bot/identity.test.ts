import { expect, test } from 'vitest'
import { identity, notIdentity } from '../../bot/identity.ts'
import { bot } from '../../bot/index.ts'
import { fieldsOf } from '../../src/flow/index.ts'

/** Fields for a name, a telephone or a number of a person, by kind or by what they are called. */
const asks = /姓名|电话|手机|身份证|证件号|联系方式|住址|微信号/

test('every field that asks who somebody is stands in one of the two lists, and the lists name no field that is not there', () => {
  const undeclared: string[] = []
  const known = new Set<string>()
  for (const flow of bot.flows.filter(({ steps }) => steps.some((step) => 'submit' in step)))
    for (const [path, field] of fieldsOf(flow)) {
      known.add(`${flow.id} ${path}`)
      const who = field.kind === 'name' || field.kind === 'phone' || asks.test(field.label)
      const declared = [identity, notIdentity].some((list) => list[flow.id]?.includes(path))
      if (who && !declared) undeclared.push(`${flow.id} ${path} ${field.label}`)
    }
  expect(undeclared).toEqual([])
  const declared = [identity, notIdentity].flatMap((list) =>
    Object.entries(list).flatMap(([flow, paths]) => paths.map((path) => `${flow} ${path}`)),
  )
  expect(declared.filter((each) => !known.has(each))).toEqual([])
})
