import { channelContract } from '../contracts/channel.ts'
import { webSubject } from '../support/web-subject.ts'

channelContract(webSubject)
