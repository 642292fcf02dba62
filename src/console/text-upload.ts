import type { Request, Response } from 'express'
import { Refused } from '../base/index.ts'
import { openHands, readUpload, type UploadBounds } from '../http/index.ts'
import { type Charset, charsets, type Given, sayables, textBounds } from '../publishing/index.ts'

/** One text as it was uploaded, with what was written beside it. */
export interface TextUpload {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly given: Given
  readonly charset: Charset | undefined
  readonly csrf: string | undefined
}

export type TextUploads = (req: Request, res: Response) => Promise<TextUpload>

const bounds: UploadBounds = {
  files: 1,
  eachFile: textBounds.bytes,
  together: textBounds.bytes,
  fields: ['csrf', 'charset', ...sayables],
  eachField: 4096,
  tooLarge: 'textTooLarge',
  tooMany: 'textTooMany',
}

/**
 * Reads uploads of texts, for pages and API alike. Whoever calls it has looked at the session before: nobody else's bytes
 * are taken into memory. @throws Refused `textNone`, `textTooLarge`, `textTooMany`, `tooLong`, `uploadBroken`, `tooMany`
 */
export function textUploads(): TextUploads {
  const handsOf = openHands(128 * 1024 * 1024)
  return async (req, res) => {
    const hands = handsOf()
    res.once('close', hands.letGo)
    const { fields, files } = await readUpload(req, hands, bounds).catch((error: unknown) => {
      // What is still on its way is not a next request.
      if (!req.readableEnded) res.set('Connection', 'close')
      throw error
    })
    const [file] = files
    // A form without a chosen file sends one without a name.
    if (!file || (file.name === '' && file.bytes.byteLength === 0)) throw new Refused('textNone')
    const charset = charsets.find((each) => each === fields['charset'])
    return { file, given: givenIn(fields), charset, csrf: fields['csrf'] }
  }
}

/** What a form says of a text. */
export function givenIn(fields: Readonly<Record<string, unknown>>): Given {
  return Object.fromEntries(
    sayables.flatMap((name) => {
      const value = fields[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
