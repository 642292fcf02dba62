// Tells that something changed, and moves nothing: the page stays as it is until the officer asks for the new one.
// Asked for now and then instead of kept open: that passes through every proxy, and it ends with the session.

const line = document.querySelector('#live')
const every = Number(line?.dataset.every ?? 0) * 1000
let timer

function say(text, again) {
  line.textContent = text
  if (!again) return
  const link = document.createElement('a')
  // A search is no address: what is new is looked at in the whole list.
  const path = location.pathname === '/console/find' ? '/console' : location.pathname
  link.href = path + location.search.replace(/([?&])done=\w+&?/, '$1')
  link.textContent = '看新的'
  line.append(' ', link)
}

async function look() {
  if (document.visibilityState === 'visible') {
    const answer = await fetch(line.dataset.live, { headers: { accept: 'application/json' } }).catch(() => undefined)
    if (answer?.status === 401) return say('登录已经过期。写到一半的请先复制，再重新登录。', false)
    if (answer?.status === 404) return say('这一件您现在看不到了。', false)
    if (answer?.ok && (await answer.json()).stamp !== line.dataset.stamp) return say(line.dataset.says, true)
  }
  timer = setTimeout(look, every)
}

if (line && every > 0) timer = setTimeout(look, every)
addEventListener('pagehide', () => clearTimeout(timer))
