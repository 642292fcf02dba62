import { fileTypeFromBuffer } from 'file-type'

/**
 * What the first bytes say a file is, as an ending (`jpg`, `docx`); absent where they say nothing. Of a docx or xlsx only
 * the list of its parts is looked at (`[Content_Types].xml`, 1 MB at most), never the parts themselves.
 */
export async function markOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.ext
  } catch {
    // Bytes made to confuse a reader confuse this one, too: then they say nothing.
    return undefined
  }
}
