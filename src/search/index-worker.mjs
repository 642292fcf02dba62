// index-worker.ts from the sources: a thread inherits no loader, so it brings its own. A build needs none of this.
import { register } from 'tsx/esm/api'

register()
await import('./index-worker.ts')
