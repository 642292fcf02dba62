import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { Refused } from '../../base/index.ts'
import type { OutgoingActivity, Place } from './activity.ts'
import { microsoft, type Plug, type PlugOptions } from './plug.ts'
import { quietly } from './quiet.ts'
import { plainTransport, withBody } from './transport.ts'

// The only file that knows botbuilder, loaded when the channel is set up: it costs a second at start. What of it is used:
// its verification of inbound tokens and its connector client. Its request handling (which answers 500 to a forged
// signature, with the error's text), its state and its turn pipeline are not.

/** The Bot Framework's own adapter, with what it leaves open closed. */
export function botbuilderPlug({ appId, token, metadataUrl, patience }: PlugOptions): Plug {
  const credentials = {
    isValidAppId: async (given: string) => given === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest<R extends { headers: { set(name: string, value: string): void } }>(request: R): Promise<R> {
        request.headers.set('authorization', `Bearer ${await token()}`)
        return request
      },
    }),
  }
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: microsoft.login,
      ToChannelFromBotOAuthScope: microsoft.issuer,
      ToBotFromChannelTokenIssuer: microsoft.issuer,
      OAuthUrl: microsoft.issuer,
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    },
    credentials,
    // Tokens of other bots and of the emulator are nobody's here; their issuers are turned away before, too.
    { requiredEndorsements: [], validateClaims: onlyFromTheService } as never, // its type wants fields it does not read
    undefined,
    { httpClient: plainTransport(patience) } as never, // its type names a client it does not ask for
  )
  const adapter = new Adapter(authentication)
  return {
    verify: (authorization, activity) => quietly(() => adapter.verify(authorization, activity)),
    send: (place, activity) => quietly(() => adapter.say(appId, place, activity)),
  }
}

async function onlyFromTheService(claims: readonly { type: string; value: string }[]): Promise<void> {
  if (claims.find((each) => each.type === 'iss')?.value !== microsoft.issuer) throw new Refused('badToken')
}

class Adapter extends CloudAdapter {
  async verify(authorization: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      // Who reads it is our own schema; the adapter compares its channel and service address with the token.
      const activity = body as unknown as Activity
      await this.botFrameworkAuthentication.authenticateRequest(activity, authorization)
    } catch (error) {
      throw isVerdict(error) ? new Refused('badToken', { cause: error }) : error
    }
  }

  async say(appId: string, place: Place, activity: OutgoingActivity): Promise<string> {
    let id = ''
    await this.continueConversationAsync(appId, referenceOf(place), async (turn) => {
      // Its own `sendActivity` answers to an id it has made up; a message that is no answer goes to the conversation.
      const connector: Connector = turn.turnState.get(this.ConnectorClientKey)
      const { conversations } = connector
      const whole = { ...addressed(place), ...activity }
      const answer = await withBody(whole, () => conversations.sendToConversation(place.conversation, whole))
      id = answer.id ?? ''
    })
    return id
  }
}

interface Connector {
  readonly conversations: {
    sendToConversation(conversation: string, activity: unknown): Promise<{ readonly id?: string }>
  }
}

const addressed = ({ channelId, serviceUrl, conversation, bot, user }: Place) => ({
  channelId,
  serviceUrl,
  conversation: { id: conversation },
  from: { id: bot },
  ...(user === '' ? {} : { recipient: { id: user } }),
})

/** What the kit throws for a token that does not hold, under three different names; its own trouble has none of them. */
function isVerdict(error: unknown): boolean {
  if (error instanceof Refused) return true
  const { name, statusCode } = (error ?? {}) as { name?: unknown; statusCode?: unknown }
  return (
    statusCode === 401 ||
    statusCode === 403 ||
    ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(String(name))
  )
}

const referenceOf = ({ serviceUrl, channelId, conversation, bot, user, tenant }: Place) => ({
  serviceUrl,
  channelId,
  bot: { id: bot, name: '' },
  user: { id: user, name: '' },
  conversation: {
    id: conversation,
    name: '',
    isGroup: false,
    conversationType: '',
    ...(tenant === undefined ? {} : { tenantId: tenant }),
  },
})
