import { Refused } from '../base/index.ts'

type Sharp = typeof import('sharp').default

/** A photo painted anew. @throws Refused `fileBroken`, `fileTooLarge` (in pixels), `photosClosed` */
export type Repaint = (bytes: Uint8Array, format: 'jpeg' | 'png' | 'webp') => Promise<Uint8Array>

/** More than the largest phone cameras take (200 million are 12,000 by 16,000, but those files are over 10 MB anyway). */
const mostPixels = 120_000_000

/** Good enough to read a page of small print in a photo; a second saving shows no difference on a screen. */
const quality = 90

/**
 * Decodes photos and encodes the pixels again: place, time, device, comments, previews, colour profiles and anything hung
 * on behind the picture are gone, because nothing but pixels is carried over. The turn a camera notes (EXIF orientation) is
 * carried out on the pixels first. One photo at a time, since one can take 360 MB while it is open.
 */
export function openRepaint(): Repaint {
  let loaded: Promise<Sharp | undefined> | undefined
  let line: Promise<unknown> = Promise.resolve()
  return (bytes, format) => {
    const done = line.then(async () => {
      loaded ??= load()
      const sharp = await loaded
      if (!sharp) throw new Refused('photosClosed')
      return paint(sharp, bytes, format)
    })
    line = done.catch(() => undefined)
    return done
  }
}

/** Loaded with the first photo: it costs a start a tenth of a second. Absent on machines it is not built for. */
async function load(): Promise<Sharp | undefined> {
  try {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    sharp.concurrency(1)
    // Of the forty formats it can read, only those whose mark was checked.
    sharp.block({ operation: ['VipsForeignLoad'] })
    const loaders = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']
    sharp.unblock({ operation: loaders })
    return sharp
  } catch {
    return undefined
  }
}

async function paint(sharp: Sharp, bytes: Uint8Array, format: 'jpeg' | 'png' | 'webp') {
  try {
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: false }).timeout({ seconds: 30 }).autoOrient()
    const { width, height } = await picture.metadata()
    if (width * height > mostPixels) throw new Refused('fileTooLarge')
    const painted = format === 'png' ? picture.png() : picture[format]({ quality })
    return await painted.toBuffer()
  } catch (cause) {
    if (cause instanceof Refused) throw cause
    throw new Refused('fileBroken', { cause })
  }
}
