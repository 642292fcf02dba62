import type { Server } from 'node:http'
import { Fault } from '../base/index.ts'

/** Starts to take requests. @returns the port, chosen by the system for 0. @throws Fault that says what is in the way and what to do. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `端口 ${port} 已被占用，请关掉占用它的程序，或者用环境变量 PORT 换一个。`
          : error.code === 'EACCES'
            ? `没有权限监听端口 ${port}，请换 1024 以上的端口。`
            : `端口 ${port} 打不开（${error.code ?? error.name}）。`
      reject(new Fault([why], { cause: error }))
    })
    server.listen(port, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
