// The officers' side: pages under /console and the JSON API under /api/v1.
export { openapi } from './api/openapi.ts'
export * as shapes from './api/shapes.ts'
export type { DeskCase, DeskPage, Standing } from './desk-view.ts'
export { addOfficer, type Role, roles } from './officers.ts'
export type { ConsoleOptions } from './options.ts'
export { consoleRouter } from './router.ts'
export { firstRun, type Setup } from './setup.ts'
export { keepsTexts, textKeeper } from './text-keeper.ts'
