import type { CheerioAPI } from 'cheerio'
import { walk } from './html-walk.ts'

/** A page's words and what it says its title is. */
export interface Page {
  readonly text: string
  readonly title?: string
}

/** Never words of a text: what runs, what is pressed, what leads elsewhere, what nobody sees. */
const never =
  'script,style,noscript,template,iframe,object,embed,svg,canvas,audio,video,map,form,button,select,input,textarea,nav,footer,aside,dialog,link,meta,' +
  '[hidden],[aria-hidden="true"],[role="navigation"],[role="search"],[role="banner"],[role="contentinfo"]'

/** Bars of government and news sites, by the names their makers give them. */
const bar =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|crumbs?|breadcrumbs?|share|bdshare\w*|social|sharebox|footer?|foot|copyright|sidebar|toolbar|topbar|pager|pagination|qr-?code|ewm|erweima|related|recommend|wza|wuzhangai|accessib\w*|barrier\w*|slh|shilao\w*|old-?mode|font-?size|print|login|search|weixin|weibo|gotop|totop|location|dqwz|position|friend-?links?|advert\w*|ad)(?:$|[\s_-])/i

/** Where a page is a page of links, it is no text: this share of a block's letters within links, in more than three links. */
const linked = { share: 0.7, links: 3 } as const

/**
 * The words of a web page: navigation, scripts, bars for sharing and for the old and the blind dropped; one block a line,
 * tables row by row. Nothing is fetched, and nothing that the page hides is read.
 */
export async function readHtml(source: string): Promise<Page> {
  const { load } = await import('cheerio')
  const page = load(source, { scriptingEnabled: false })
  const title = titleOf(page)
  page(never).remove()
  dropBars(page)
  const body = page('body').get(0)
  const text = body ? walk(body) : ''
  return { text, ...(title ? { title } : {}) }
}

/** The same for markup made by ourselves (a docx turned over): nothing dropped but hidden things. */
export async function readPlainHtml(source: string): Promise<Page> {
  const { load } = await import('cheerio')
  const page = load(source, { scriptingEnabled: false })
  const title = page('h1').first().text().trim()
  const body = page('body').get(0)
  return { text: body ? walk(body) : '', ...(title ? { title } : {}) }
}

/** The encoding a page says it is in, from its first bytes; the bytes themselves come first, see `decode`. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(start)?.[1]
}

function titleOf(page: CheerioAPI): string | undefined {
  const named = page('meta[name="ArticleTitle" i]').first().attr('content')?.trim()
  if (named) return named
  const headings = page('h1')
  const heading = headings.length === 1 ? headings.text().replace(/\s+/g, ' ').trim() : ''
  if (heading && heading.length <= 120) return heading
  // 南阳发文：八种情况…_南阳市人民政府, …-河南日报网: what follows the last mark is the site.
  const said = page('title').first().text().replace(/\s+/g, ' ').trim().slice(0, 300)
  return said.split(/\s*(?:[_|]|--+|—{2,}|\s-\s)\s*/)[0] || undefined
}

function dropBars(page: CheerioAPI): void {
  const whole = lengthOf(page('body').text())
  page('[style]').each((_at, element) => {
    if (
      /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i.test(page(element).attr('style') ?? '')
    )
      page(element).remove()
  })
  page('[class],[id]').each((_at, element) => {
    const one = page(element)
    if (!bar.test(`${one.attr('class') ?? ''} ${one.attr('id') ?? ''}`)) return
    // A careless name on the frame around everything must not cost the text.
    if (lengthOf(one.text()) * 2 < whole) one.remove()
  })
  page('ul,ol,dl,table,div,section,p').each((_at, element) => {
    const one = page(element)
    const links = one.find('a')
    if (links.length <= linked.links) return
    const letters = lengthOf(one.text())
    if (letters * 2 < whole && lengthOf(links.text()) >= letters * linked.share) one.remove()
  })
}

function lengthOf(text: string): number {
  return text.replace(/\s+/g, '').length
}
