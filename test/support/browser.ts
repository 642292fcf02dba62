import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

// Debian's names for it; `CHROMIUM` names another.
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A headless Chromium of this machine. Tests that need one fail clearly where there is none, instead of passing by being skipped. */
export async function browser(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...places].find((place) => place !== '' && existsSync(place))
  if (!executablePath)
    throw new Error(
      `no Chromium at ${places.join(', ')}; install it (Debian: apt-get install chromium) or set CHROMIUM`,
    )
  return chromium.launch({
    executablePath,
    // As root Chromium will not start inside its sandbox; the rest keeps it from calling its maker.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
