import {openStore} from '../../src/store/index.ts'
import {turn} from '../support/turns.ts'
import {scratchFolder} from '../support/scratch.ts'
const f=scratchFolder()
const s = await openStore({dataDir: f.path})
const go=async(tag:string)=>{const c0=process.cpuUsage(); const t0=performance.now()
await Promise.all(Array.from({length:50},async(_,p)=>{for(let i=0;i<40;i++){await s.conversations.load({channel:'web',person:tag+p}); await s.conversations.commit(turn({channel:'web',person:tag+p},`${tag}${p}-${i}`,i,{audit:[{who:'person',what:'x'}]})); }}))
const c=process.cpuUsage(c0); console.log(tag,'cpu ms per turn', (c.user+c.system)/1000/2000, 'wall', (performance.now()-t0)/2000)}
await go('a'); await go('b'); await go('c'); await s.close(); f.remove()
