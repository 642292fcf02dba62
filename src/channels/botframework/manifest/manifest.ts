export interface ManifestOptions {
  /** The app registered with Microsoft. */
  readonly appId: string
  /** Public address, https. */
  readonly origin: string
  /** `major.minor.patch`; Teams takes an update only under a higher one. */
  readonly version: string
  /** Who offers it, as people read it in Teams; at most 32 characters. */
  readonly office: string
}

/**
 * The app manifest Teams is given, with `color.png` (192×192) and `outline.png` (32×32) beside it in one zip.
 * Schema 1.16: https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json
 */
export function manifest({ appId, origin, version, office }: ManifestOptions) {
  const bot = {
    botId: appId,
    scopes: ['personal', 'team', 'groupchat'],
    supportsFiles: false,
    isNotificationOnly: false,
  }
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json',
    manifestVersion: '1.16',
    version,
    id: appId,
    packageName: 'cn.qingwen.bot',
    localizationInfo: { defaultLanguageTag: 'zh-cn' },
    developer: { name: office.slice(0, 32), websiteUrl: origin, privacyUrl: origin, termsOfUseUrl: origin },
    name: { short: '清问', full: '清问：纪检监察问答与办件' },
    description: {
      short: '问规定、做容错备案和自查、申请澄清正名',
      full: '清问回答容错备案、检举控告、澄清正名的规定，每句话标出处；陪您一步步填表，交给工作人员。它不替机关下结论。在 Teams 里没有匿名；想匿名反映问题，请用网页。',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1F4E79',
    bots: [
      {
        ...bot,
        commandLists: [
          {
            scopes: ['personal'],
            commands: [
              { title: '容错自查', description: '对照清单，看看哪些条件具备、哪些还缺' },
              { title: '我要备案', description: '容错事前备案，陪您一步步填' },
              { title: '转人工', description: '把要说的话转给工作人员' },
            ],
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(origin).host],
  }
}
