import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { teamsPackage } from '../../src/channels/index.ts'

const options = {
  appId: '5f0a3c1e-9d0b-4a57-8e43-2a1f6a0c7b11',
  origin: 'https://qingwen.example.cn',
  version: '1.0.0',
  office: '某市纪委监委',
}

test('a Teams administrator gets one zip of a manifest and two icons of the sizes Teams asks for', async () => {
  const files = await unzipped(teamsPackage(options))
  expect([...files.keys()].sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
  expect(sizeOf(files.get('color.png')!)).toEqual([192, 192])
  expect(sizeOf(files.get('outline.png')!)).toEqual([32, 32])
  const manifest = JSON.parse(String(files.get('manifest.json')))
  expect(manifest).toMatchObject({ id: options.appId, bots: [{ botId: options.appId, supportsFiles: false }] })
  expect(manifest.validDomains).toEqual(['qingwen.example.cn'])
})

test('no words of the manifest are longer than its schema allows', async () => {
  const { name, description, developer, bots } = JSON.parse(
    String((await unzipped(teamsPackage({ ...options, office: '很长的名字'.repeat(20) }))).get('manifest.json')),
  )
  const bounds: [string, number][] = [
    [name.short, 30],
    [name.full, 100],
    [description.short, 80],
    [description.full, 4000],
    [developer.name, 32],
    ...bots[0].commandLists[0].commands.flatMap((each: { title: string; description: string }) => [
      [each.title, 32],
      [each.description, 128],
    ]),
  ]
  expect(bounds.filter(([words, most]) => words.length === 0 || words.length > most)).toEqual([])
  expect(bots[0].commandLists[0].commands.length).toBeLessThanOrEqual(10)
})

test('the same app gives the same bytes', () => {
  expect(teamsPackage(options).equals(teamsPackage(options))).toBe(true)
})

const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

function unzipped(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  return new Promise((resolve, reject) =>
    fromBuffer(zip, { strictFileNames: true }, (error, file) => {
      if (error) return reject(error)
      file.on('entry', (entry) =>
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => files.set(entry.fileName, Buffer.concat(chunks)))
        }),
      )
      file.on('error', reject)
      file.on('end', () => setImmediate(() => resolve(files)))
    }),
  )
}
