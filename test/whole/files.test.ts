import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AtDesk,
  handsIn,
  officer,
  type Person,
  person,
  tokenOf,
  type WholeHouse,
  wholeHouse,
} from '../support/house.ts'
import { planted, plantedJpeg } from '../support/planted-photo.ts'
import { problem } from '../support/problem.ts'
import { activity, file, multipart, upload } from '../support/upload.ts'

interface Listed {
  readonly attachments: readonly {
    readonly id: string
    readonly name: string
    readonly sha256: string
    readonly stripped: boolean
  }[]
}

let house: WholeHouse
let desk: AtDesk
beforeAll(async () => {
  house = await wholeHouse()
  desk = await officer(house)
}, 60_000)
afterAll(() => house.close())

const photo = async () =>
  plantedJpeg(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
      .jpeg()
      .toBuffer(),
  )
const sends = (who: Person, ...parts: Parameters<typeof multipart>[0]) => upload(house.url, who.chat, multipart(parts))

test('a photo is added to a report in the chat and by its receipt elsewhere; the officer downloads it without its place', async () => {
  const reporter = await person(house.url)
  const receipt = await handsIn(reporter)
  await reporter.say(receipt.slice(-4))
  expect((await sends(reporter, activity('当时拍的'), file('村东头.jpg', await photo()))).status).toBe(200)

  const elsewhere = await person(house.url)
  await elsewhere.say(receipt)
  expect((await sends(elsewhere, file('界碑.jpg', await photo()))).status).toBe(200)
  expect((await elsewhere.all()).at(-1)?.from).toBe('bot')

  const { cases } = await desk.get<{ cases: readonly { number: string }[] }>('/cases?limit=10')
  const at = `/cases/${cases[0]!.number}` // handed in above
  const { attachments } = await desk.get<Listed>(at)
  expect(attachments).toMatchObject([
    { name: '附件1.jpg', stripped: true },
    { name: '附件2.jpg', stripped: true },
  ])
  const token = await tokenOf(house.url, 'officer1')
  const answer = await fetch(`${house.url}/api/v1${at}/files/${attachments[0]!.id}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(attachments[0]!.sha256)
  expect(planted.filter((word) => bytes.includes(word))).toEqual([])
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, height: 30 })
})

test('what is not what it says is turned away in words, and nothing of it is kept', async () => {
  const reporter = await person(house.url)
  expect(await problem(await sends(reporter, activity('看'), file('a.jpg', '<html>')))).toBe('415 fileMismatch')
  expect(await problem(await sends(reporter, file('IMG.HEIC', 'x')))).toBe('415 fileHeic')
  expect(await problem(await sends(reporter, file('a.exe', 'MZ')))).toBe('415 fileType')
  expect(await problem(await sends(reporter, file('a.jpg', '')))).toBe('400 fileEmpty')
  expect((await reporter.all()).filter(({ from }) => from === 'person')).toEqual([])
})
