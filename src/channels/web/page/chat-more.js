/**
 * Shows a button while the conversation goes on below the edge of the screen; many people do not know that one can scroll.
 * It turns one page, so that nothing is jumped over.
 * @returns what to call when letters change their size, which no event tells.
 */
export function watchMore(log, button) {
  const update = () => {
    button.hidden = log.scrollHeight - log.scrollTop - log.clientHeight < 48
  }
  button.addEventListener('click', () => log.scrollBy({ top: log.clientHeight * 0.8 }))
  log.addEventListener('scroll', update, { passive: true })
  addEventListener('resize', update)
  new MutationObserver(update).observe(log, { childList: true, subtree: true, attributes: true })
  update()
  return update
}
