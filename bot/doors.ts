// What is answered at the door. Order does not matter: safety comes before refusals, refusals before what belongs elsewhere.
import { elsewhereDoors } from './doors/elsewhere.ts'
import { promptDoors } from './doors/prompt.ts'
import { refusedDoors } from './doors/refused.ts'
import { safetyDoors } from './doors/safety.ts'
import { smallDoors } from './doors/small.ts'
import { wrongdoingDoors } from './doors/wrongdoing.ts'

export const doors = [...safetyDoors, ...refusedDoors, ...promptDoors, ...wrongdoingDoors, ...elsewhereDoors, ...smallDoors] as const
