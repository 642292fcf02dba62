import { channelContract } from '../contracts/channel.ts'
import { wecomSubject } from '../support/wecom-subject.ts'

channelContract(wecomSubject)
