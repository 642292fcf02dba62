import type { Order } from './submitter-order.ts'

/** Lets this process kill itself at a statement: before it runs, or right after. */
export async function armed({ sql, nth, when }: NonNullable<Order['killAt']>, postgres: boolean): Promise<void> {
  let met = 0
  const now = (text: string) => text.includes(sql) && ++met === nth
  const die = () => process.kill(process.pid, 'SIGKILL')
  if (!postgres) {
    const { watchStatements } = await import('./statements.ts')
    watchStatements((text, run) => {
      const fatal = now(text)
      if (fatal && when === 'before') die()
      const result = run()
      if (fatal) die()
      return result
    })
    return
  }
  const { default: pg } = await import('pg')
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = async function (this: unknown, ...asked: unknown[]) {
    const fatal = now(String(asked[0]))
    if (fatal && when === 'before') die()
    const result = await Reflect.apply(query, this, asked)
    if (fatal) die()
    return result
  } as typeof query
}
