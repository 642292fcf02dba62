/**
 * Where Microsoft's connectors answer; a reply goes nowhere else, whatever a token says.
 * Teams and GCC: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 * (`smba.trafficmanager.net/…`, `smba.infra.gcc.teams.microsoft.com`); web chat and the other channels: `*.botframework.com`.
 * Read 2026-11-30.
 */
const hosts = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'] as const
const families = ['.botframework.com'] as const

/** True for a connector of Microsoft, over TLS and its own port. @param more origins allowed besides, for tests. */
export function isConnector(serviceUrl: string, more: readonly string[] = []): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const url = new URL(serviceUrl)
  if (url.username !== '' || url.password !== '') return false
  if (more.includes(url.origin)) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return hosts.some((host) => url.hostname === host) || families.some((family) => url.hostname.endsWith(family))
}
