import { flowOf } from './form.ts'
import { dropAside, phrase, putAside, say, type Work } from './work.ts'

/**
 * Files that came with the message. They belong to a case: the one handed in here or opened by its receipt. Before there is
 * one they are not kept, and the person is told when they can be added.
 *
 * @returns true if nothing beside the files was said.
 */
export function filesSaid(work: Work): boolean {
  const { files } = work
  if (files.length === 0) return false
  const about = work.state.case
  if (about === undefined) {
    say(work, phrase(work, work.state.frame ? 'file.afterwards' : 'file.noCase'))
    if (work.state.frame && flowOf(work.bot, work.state.frame).anonymous) work.events.push('file_not_kept')
    return wordless(work)
  }
  for (const file of files.keys()) work.effects.push({ type: 'attach', case: about, file })
  work.events.push('attachment_saved')
  if (files.some((f) => f.stripped)) work.events.push('exif_stripped')
  const names = files.map((f) => f.name).join('、')
  say(work, phrase(work, files.every((f) => f.stripped) ? 'file.savedClean' : 'file.saved', { names }))
  if (!wordless(work)) return false
  work.state = dropAside(work.state)
  putAside(work, { id: 'addition', about })
  return true
}

/** What a channel puts where a file came without words. */
const wordless = (work: Work) =>
  /^\s*(?:[[【(（]?(?:图片|照片|文件|视频|语音|image|photo|file)[\]】)）]?)?\s*$/i.test(work.text)
