import { text } from 'node:stream/consumers'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** The parts of an office file as text, by name. */
export async function unzipped(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const zip = await new Promise<ZipFile>((done, fail) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, opened) => (error ? fail(error) : done(opened))),
  )
  const parts: Record<string, string> = {}
  await new Promise<void>((done, fail) => {
    zip.on('error', fail)
    zip.on('end', () => done())
    zip.on('entry', (entry: Entry) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error)
        text(stream).then((words) => {
          parts[entry.fileName] = words
          zip.readEntry()
        }, fail)
      }),
    )
    zip.readEntry()
  })
  return parts
}
