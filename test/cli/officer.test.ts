import { afterAll, describe, expect, test } from 'vitest'
import { signsIn, wholeHouse } from '../support/house.ts'
import { qingwen } from '../support/own-process.ts'
import { scratchFolder } from '../support/scratch.ts'
import { password } from '../support/word.ts'

const folder = scratchFolder()
afterAll(folder.remove)
const here = { QINGWEN_DATA: folder.path }
const wang = ['officer', 'add', '--account', 'wang', '--name', '王敏']

describe('officer add', () => {
  test('takes the password from standard input, and the officer can sign in with it', async () => {
    const added = await qingwen([...wang, '--json'], here, `${password}\n`).ended
    expect(added).toMatchObject({ how: 0, complaint: '' })
    expect(JSON.parse(added.out)).toMatchObject({ account: 'wang' })
    expect(added.out).not.toContain(password)
    const house = await wholeHouse(here)
    await expect(signsIn(house.url, 'wang')).resolves.toBeDefined()
    // The house has officers now, so it offers nobody to set up the first.
    expect(house.printed.join('\n')).not.toContain('setup')
    // While it runs, the folder is its own.
    const meanwhile = await qingwen(['officer', 'add', '--account', 'li', '--name', '李强'], here, password).ended
    expect(meanwhile.how).toBe(2)
    expect(meanwhile.complaint).toContain('QINGWEN_DATA')
    await house.close()
  })

  test('refuses an account that is taken, a short password and an unknown role', async () => {
    const own = scratchFolder()
    const there = { QINGWEN_DATA: own.path }
    expect((await qingwen(wang, there, password).ended).how).toBe(0)
    expect(await qingwen(wang, there, password).ended).toMatchObject({
      how: 2,
      complaint: expect.stringContaining('wang'),
    })
    expect((await qingwen(['officer', 'add', '--account', 'li', '--name', '李强'], there, 'short').ended).how).toBe(2)
    expect((await qingwen([...wang, '--role', '局长'], there, password).ended).how).toBe(2)
    own.remove()
  })
})
