import { channelContract } from '../contracts/channel.ts'
import { wecomBotSubject } from '../support/wecom-bot-subject.ts'

channelContract(wecomBotSubject)
