import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Fault } from '../base/index.ts'
import type { Secrets } from '../runtime/index.ts'
import { mac } from './mac.ts'

const suite = 'v1'

/** AES-256-GCM under a key derived from the server key; the name is additional data, so that rows cannot be swapped. */
export function secretsUnder(serverKey: Buffer): Secrets {
  const key = mac(serverKey, 'secrets')
  return {
    seal(name, text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${suite} ${name}`))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [suite, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
    },

    open(name, sealed) {
      const [version, nonce = '', body = ''] = sealed.split('.')
      const bytes = Buffer.from(body, 'base64url')
      try {
        if (version !== suite) throw new TypeError('unknown suite')
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
        decipher.setAAD(Buffer.from(`${suite} ${name}`)).setAuthTag(bytes.subarray(-16))
        return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
      } catch (error) {
        throw new Fault(['密钥文件 server.key 打不开数据库里的一项内容：密钥换过，或者这一项被改过。请从备份恢复。'], {
          cause: error,
        })
      }
    },
  }
}
