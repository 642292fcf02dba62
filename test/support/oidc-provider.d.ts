/** The little of oidc-provider 9 that tests use; it comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }
  interface Account {
    readonly accountId: string
    claims(): Readonly<Record<string, string>>
  }
  interface Settings {
    readonly findAccount: (context: unknown, id: string) => Account
    readonly interactions: { url(context: unknown, interaction: { readonly uid: string }): string }
    readonly [more: string]: unknown
  }
  export class Provider {
    constructor(issuer: string, settings: Settings)
    readonly Grant: new (of: {
      accountId: string
      clientId: string
    }) => Grant
    callback(): (req: IncomingMessage, res: ServerResponse) => Promise<void>
    interactionDetails(
      req: IncomingMessage,
      res: ServerResponse,
    ): Promise<{ readonly params: Readonly<Record<string, unknown>> }>
    interactionFinished(req: IncomingMessage, res: ServerResponse, result: object, options: object): Promise<void>
  }
}
