import { bareText, plainText } from '../base/index.ts'
import { placeIn } from '../reading/index.ts'
import { lookUp } from './look-up.ts'
import type { Bot } from './types.ts'
import { phrase, say, type Work } from './work.ts'

/**
 * Outside a form a place somebody says to be in is kept for the questions that follow: 「我在许昌」「许昌的」. Said after an
 * answer it says what the question was about, and that is answered again for the place.
 *
 * @returns true if that was all that was said, and it has been answered.
 */
export function rememberPlace(work: Work): boolean {
  if (work.state.frame || work.state.aside) return false
  const said = plainText(work.text)
  const place = placeIn(said, work.bot.places)
  if (!place) return false
  const rest = bareText(said.replace(place.name, '').replace(place.short, ''))
  const own = new RegExp(
    `(?:我|俺|咱|这边|这里)[\\p{Script=Han}]{0,3}${place.short}|^[\\s\\p{P}]*${place.short}[市]?(?:的|这边|这里|人)`,
    'u',
  ).test(said)
  if (!own && rest.length > 0) return false
  work.state = { ...work.state, area: place.short }
  if (!nothingElse.test(rest)) return false
  if (work.state.last) lookUp(work, work.text)
  else say(work, phrase(work, place.held ? 'here' : 'hereNotHeld', { place: place.short }))
  return true
}

/** A place is all that is said, whether somebody lives there or asks about it. */
export function isOnlyPlace(bot: Bot, text: string): boolean {
  const said = plainText(text)
  const place = placeIn(said, bot.places)
  return place !== undefined && nothingElse.test(bareText(said.replace(place.name, '').replace(place.short, '')))
}

const nothingElse = /^(?:我|我们|俺|俺们|咱|咱们|是|在|的|人|这边|这里|本地|市|县|呀|啊|哈|哦)*$/
