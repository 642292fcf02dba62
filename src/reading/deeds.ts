import { periodIn } from './period.ts'

const DOING =
  /收|拿|送|给|占|贪|骗|吃|卖|拉|拖|扣|压|改|签|批|花|报|打|骂|要|挪|领|分|请|建|盖|修|招|安排|瞒|换|烧|藏|卡|套|用|让|逼|威胁|包|中标|摆|开|抽|罚|推|摔|塞|管|办|评|做|搞|喝|赌|住|欠|倒|偷|砍|挖|拆|占/
/** Papers and witnesses that the story rests on are no deed of their own. */
const PROOF = /^(?:有|一些|很多|当时的)*(?:照片|录音|视频|证人|证据|材料|截图|转账|人证|合同|账|复印件|发票|记录|聊天)/
const MARKS =
  /另外|此外|除此之外|除了这[个些事]*[,，]?|再就是|再一个|再有(?!人|钱)|其[二三四]|(?<=^|[\s,，。;；!！])(?:第[二三四五六](?:[件个条点](?:事情?)?)?|[二三四]是|[2-6][.、])|还有一?[件个]事情?|还有|后来|听说/gu
const CLAUSE = /(?<=[\s,，。;；!！?？])(?=[^\s,，。;；!！?？])/gu

/**
 * A story in one breath, cut where another deed begins: 另外, 还有, 后来, 听说还, a second, or another time at the head of a clause.
 * Nothing is left out but the cutting words 另外 and 还有 themselves; what cannot be cut stays one piece.
 *
 * @param today ISO day.
 */
export function deedsIn(story: string, today: string): readonly string[] {
  const cuts = new Set<number>()
  for (const mark of story.matchAll(MARKS)) if (begins(story, mark.index, mark[0], today)) cuts.add(mark.index)
  const pieces = cutAt(story, [...cuts]).flatMap((piece) => byTime(piece, today))
  const joined: string[] = []
  for (const piece of pieces) {
    const bare = piece.replace(/[^\p{L}\p{N}]+/gu, '')
    const told = bare.replace(/^(?:另外|还有|后来|此外|听说|再就是)+/u, '')
    // A few words behind a cut belong to the deed before: 听说的, 还有录音.
    if (joined.length > 0 && (told.length < 4 || !DOING.test(told) || PROOF.test(told)))
      joined[joined.length - 1] += piece
    // 去年修桥，听说他…: so little is only when it was.
    else if (joined.length === 1 && (!DOING.test(joined[0] ?? '') || (joined[0] ?? '').length < 7)) joined[0] += piece
    else joined.push(piece)
  }
  return joined
    .map((piece) =>
      piece.replace(
        /^(?:另外(?![一二两三四五几](?!件|个事)|的|那|这|找|请|叫|半)|还有|此外|除此之外|再就是|再一个|再有)(?:一?[件个]事情?)?(?:就是)?[\s,，:：]*/u,
        '',
      ),
    )
    .map((piece) => piece.replace(/^[\s,，。;；:：、]+|[\s,，;；:：、]+$/gu, ''))
    .filter((piece) => piece !== '')
}

function begins(story: string, at: number, mark: string, today: string): boolean {
  const before = story.slice(0, at)
  const behind = story.slice(at + mark.length)
  const head = at === 0 || /[\s,，。;；!！?？、]$/u.test(before)
  const clause = /^[^,，。;；!！?？\n]*/u.exec(behind)?.[0] ?? ''
  if (mark === '听说') return heardAnew(before, clause)
  if (mark === '另外') return !/^(?:[一二两三四五几](?!件|个事)|的|那|这|找|请|叫|半)/u.test(behind)
  if (mark === '还有')
    return head
      ? clause.length >= 5 && DOING.test(clause) && !PROOF.test(clause)
      : timeAtHead(behind, today) || /^(?:[他她]|就是|听说|一?[次回])/u.test(behind)
  if (mark === '后来') return !/^(?:[他她我俺]们?)?(?:就|也|一直|都|才|再|还是)*(?:没|不|再也)/u.test(behind)
  return true
}

/** 听说还收了五万 is told anew; 听说的, 听说有三万 and (卖了 …) 听说卖了四千 belong to what was told. */
function heardAnew(before: string, clause: string): boolean {
  if (/^(?:的|来的|了|过|是|不是|$)/u.test(clause) || /(?:是|也是|都是|我)$/u.test(before)) return false
  if (
    /^(?:一共|总共|拢共|大概|大约|得|能|值|价|有|约|不下|少说|至少)*(?:有|得|值)?[\d一二两三四五六七八九十几好]/u.test(
      clause,
    )
  )
    return false
  const verb = /^(?:[他她]们?)?(?:一共|总共)?([^还又也])了/u.exec(clause)?.[1]
  return verb === undefined || !before.slice(-30).includes(`${verb}了`)
}

/** 前年…，今年他又…: cut before a clause that begins with another time, if the deed before has its own. */
function byTime(piece: string, today: string): readonly string[] {
  const cuts: number[] = []
  let from = 0
  for (const { index } of piece.matchAll(CLAUSE)) {
    const clause = /^[^,，。;；!！?？\n]*/u.exec(piece.slice(index))?.[0] ?? ''
    const words = headTime(clause, today)
    const before = periodIn(piece.slice(from, index), today)
    if (words === undefined || before === undefined || 'impossible' in before) continue
    const rest = clause.slice(clause.indexOf(words) + words.length)
    const telling = rest.length >= 4 && DOING.test(rest) && !/^(?:的(?:事|时候|钱)|开始|起|以来)/u.test(rest)
    const going = /还没|都没|到现在|至今|才(?:给|还|发|退|办)|也没/.test(rest)
    if (telling && !going && before.words !== words && DOING.test(piece.slice(from, index))) {
      cuts.push(index)
      from = index
    }
  }
  return cutAt(piece, [...cuts, ...withinBreath(piece, today)])
}

/** …卖了去年三月他又…: another time in the midst of a breath, with somebody doing something again right behind it. */
function withinBreath(piece: string, today: string): readonly number[] {
  const first = periodIn(piece, today)
  if (!first || 'impossible' in first) return []
  const behind = piece.indexOf(first.words) + first.words.length
  const rest = piece.slice(behind)
  const next = periodIn(rest, today)
  if (!next || 'impossible' in next) return []
  const at = rest.indexOf(next.words)
  const again = /^(?:[的那]|时候|,|，)*(?:[他她]们?俩?)?(?:又|还|再|也)/u.test(rest.slice(at + next.words.length))
  return again && at >= 6 && DOING.test(rest.slice(0, at)) && !/(?:在|从|到|是|于|说|等|有)$/u.test(rest.slice(0, at))
    ? [behind + at]
    : []
}

const timeAtHead = (text: string, today: string): boolean => headTime(text, today) !== undefined

/** The words of a time that begins a clause; undefined if none does. */
function headTime(clause: string, today: string): string | undefined {
  const t = clause.slice(0, 30)
  const found = periodIn(t, today)
  if (!found || 'impossible' in found) return undefined
  const lead = t.slice(0, t.indexOf(found.words))
  return /^(?:然后|等|就是|就|在|那年|另外|还有|到了|上次|[他她]|,|，|\s)*$/u.test(lead) && !/^[到至]/.test(found.words)
    ? found.words
    : undefined
}

function cutAt(text: string, cuts: readonly number[]): readonly string[] {
  const at = [0, ...[...new Set(cuts)].filter((n) => n > 0).sort((a, b) => a - b), text.length]
  return at.slice(1).map((end, n) => text.slice(at[n], end))
}
