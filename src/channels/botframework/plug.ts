import type { OutgoingActivity, Place } from './activity.ts'

/** What the channel needs of a vendor's kit; two kits fit it (`sdk.ts` and the successor's in its tests). */
export interface Plug {
  /**
   * Holds a request against the Bot Framework's keys: signature, issuer, audience, time, endorsement, and that the token
   * was made for this `serviceUrl`.
   *
   * @param activity the body as it came.
   * @throws Refused `badToken` for whoever is not the Bot Framework; any other error is no verdict: its keys could not be had.
   */
  verify(authorization: string, activity: Readonly<Record<string, unknown>>): Promise<void>
  /** Sends one activity to a conversation. @returns its id. @throws Undelivered, or any other error worth a new try. */
  send(place: Place, activity: OutgoingActivity): Promise<string>
}

/** What a plug is made from. */
export interface PlugOptions {
  readonly appId: string
  /** A bearer token for the connector; see `access.ts`. */
  token(): Promise<string>
  /** Where the Bot Framework publishes its keys. */
  readonly metadataUrl: string
  /** Seconds after which a delivery is given up. */
  readonly patience: number
}

/** See https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication (read 2026-11-30). */
export const microsoft = {
  login: 'https://login.microsoftonline.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
  scope: 'https://api.botframework.com/.default',
} as const
