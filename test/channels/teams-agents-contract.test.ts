import { channelContract } from '../contracts/channel.ts'
import { agentsPlug } from '../support/agents-plug.ts'
import { teamsSubject } from '../support/teams-subject.ts'

channelContract(teamsSubject('Teams over agents-hosting', agentsPlug))
