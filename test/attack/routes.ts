import type { Router } from 'express'

/** A way into the officers' side, as it is really mounted: nothing here is written down by hand. */
export interface Way {
  readonly method: 'get' | 'post' | 'delete'
  /** With `:name` for its parts. */
  readonly path: string
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
  readonly handle: { readonly stack?: readonly Layer[] }
  match(path: string): boolean
}

/** Every route of a router and of those mounted in it below `/console` and `/api/v1`. */
export function waysInto(router: Router): readonly Way[] {
  const ways: Way[] = []
  // express keeps its layers here; there is no other list of what it answers.
  const walk = (stack: readonly Layer[], base: string) => {
    for (const layer of stack) {
      if (layer.route)
        for (const method of ['get', 'post', 'delete'] as const)
          if (layer.route.methods[method]) ways.push({ method, path: base + layer.route.path })
      const below = layer.handle.stack
      if (!below) continue
      const mounts = ['/console', '/api/v1'].filter((mount) => base === '' && layer.match(`${mount}/x`))
      walk(below, base === '' ? (mounts[0] ?? '') : base)
    }
  }
  walk(router.stack as unknown as readonly Layer[], '')
  return [...new Map(ways.map((way) => [`${way.method} ${way.path}`, way])).values()]
}
