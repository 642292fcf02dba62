// What is answered at the door. Order does not matter: safety comes before refusals, refusals before what belongs elsewhere.
import { elsewhereDoors } from './doors/elsewhere.ts'
import { promptDoors } from './doors/prompt.ts'
import { refusedDoors } from './doors/refused.ts'
import { safetyDoors } from './doors/safety.ts'
import { saidElsewhere } from './doors/said/elsewhere.ts'
import { ours } from './doors/said/ours.ts'
import { oursTold } from './doors/said/ours-told.ts'
import { saidPrompt } from './doors/said/prompt.ts'
import { saidRefused } from './doors/said/refused.ts'
import { saidSafety } from './doors/said/safety.ts'
import { saidSmall } from './doors/said/small.ts'
import { saidWrongdoing } from './doors/said/wrongdoing.ts'
import { smallDoors } from './doors/small.ts'
import { wrongdoingDoors } from './doors/wrongdoing.ts'

const said: Readonly<Record<string, readonly string[]>> = {
  ...saidSafety,
  ...saidRefused,
  ...saidWrongdoing,
  ...saidPrompt,
  ...saidElsewhere,
  ...saidSmall,
}

/** Every door with what people said at it; what must pass stands beside the first, and counts for all. */
export const doors = [
  ...safetyDoors,
  ...refusedDoors,
  ...promptDoors,
  ...wrongdoingDoors,
  ...elsewhereDoors,
  ...smallDoors,
].map((door, n) => ({
  ...door,
  like: said[door.id] ?? [],
  ...(n === 0 ? { unlike: [...ours, ...oursTold] } : {}),
}))
