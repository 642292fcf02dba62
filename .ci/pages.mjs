// What tsc leaves behind of a build: pages, styles and scripts that are served or filled in as they are.
import { cpSync } from 'node:fs'

for (const folder of ['src/channels/web/page', 'src/console/pages', 'src/console/public'])
  cpSync(folder, `dist/${folder}`, { recursive: true })
