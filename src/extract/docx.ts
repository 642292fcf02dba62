import { Refused } from '../base/index.ts'
import { readPlainHtml } from './html.ts'
import { numbered } from './numbering.ts'
import { packaged } from './package.ts'
import { unzip } from './zip.ts'

/** What of a docx is read: the words and what they need. Pictures, macros, settings with their templates stay unread. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[a-z]*(?:document|styles|numbering|footnotes|endnotes)\d*\.xml(?:\.rels)?)$/i

/**
 * The words of a docx: headings, paragraphs with their automatic numbers written out, tables row by row, footnotes at the
 * end. Text struck out in tracking is left out, text put in is read. Relations that lead outside are taken out before
 * anything else is read, so nothing is ever fetched.
 *
 * @throws Refused textBroken, textHostile, textLocked
 */
export async function readDocx(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly title?: string; readonly notes: readonly string[] }> {
  const parts = await unzip(bytes, (name) => wanted.test(name))
  const safe = new Map<string, Uint8Array>()
  const notes = new Set<string>()
  for (const [name, part] of parts) {
    let xml = inUtf8(part)
    // No part of a docx has a document type (ECMA-376 part 1, 10.1); where there is one, it is an attack on the reader.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Refused('textHostile')
    if (name.endsWith('.rels')) {
      xml = xml.replace(/<(?:\w+:)?Relationship\s[^<>]*TargetMode\s*=\s*["']External["'][^<>]*>/gi, (one) => {
        // A link in the words is no harm and no news; a template or a picture from outside is.
        if (!/hyperlink["']/i.test(one)) notes.add('文件里引用了外面的模板或者图片，没有去取。')
        // The relation stays, because mammoth stumbles where one is missing; it leads nowhere.
        return one
          .replace(/\sTargetMode\s*=\s*["']External["']/i, '')
          .replace(/\sTarget\s*=\s*(?:"[^"]*"|'[^']*')/i, ' Target="#"')
      })
    }
    if (/<w:(?:ins|del)\s/.test(xml)) notes.add('文件里有修订痕迹，是按接受全部修订后的文字读的。')
    if (/<(?:w:drawing|w:pict|v:imagedata)\b/.test(xml)) notes.add('文件里有图片，图片上的字没有读。')
    safe.set(name, Buffer.from(xml))
  }
  const document = [...safe.keys()].find((name) => /^word\/document\d*\.xml$/i.test(name))
  if (!document) throw new Refused('textBroken')
  safe.set(document, await numbered(safe.get(document)!, safe.get('word/numbering.xml'), safe.get('word/styles.xml')))
  const html = await toHtml(packaged(safe))
  return { ...(await readPlainHtml(html)), notes: [...notes] }
}

async function toHtml(docx: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: docx },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        // Word in Chinese names its headings so; `Title` is the title of an official document.
        styleMap: ["p[style-name='标题'] => h1:fresh", "p[style-name='Title'] => h1:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value
  } catch (error) {
    // Whatever mammoth stumbles over is in the file: it has no errors of its own kind to tell apart.
    throw new Refused('textBroken', { cause: error })
  }
}

function inUtf8(part: Uint8Array): string {
  const isWide = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff)
  try {
    return new TextDecoder(isWide ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
      part,
    )
  } catch (error) {
    throw new Refused('textBroken', { cause: error })
  }
}
