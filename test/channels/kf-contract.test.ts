import { channelContract } from '../contracts/channel.ts'
import { kfSubject } from '../support/kf-subject.ts'

channelContract(kfSubject)
