import { channelContract } from '../contracts/channel.ts'
import { teamsSubject } from '../support/teams-subject.ts'

channelContract(teamsSubject('Teams over botbuilder'))
