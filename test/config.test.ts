import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Fault } from '../src/base/index.ts'
import { readConfig } from '../src/config.ts'

const faults = (env: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof Fault) return error.faults
    throw error
  }
}

const wecom = {
  WECOM_CORP_ID: 'wx5823bf96d3bd56c7',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'secret',
  WECOM_TOKEN: 'QDG6eK',
  WECOM_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

describe('the configuration', () => {
  test('needs nothing to be set', () => {
    const { channels, ...config } = readConfig({})
    expect(config).toEqual({ port: 3978, dataDir: resolve('data'), role: 'all', proxies: [] })
    // The web chat needs nothing; every other channel waits to be set up.
    expect(channels.map(({ name, needs }) => [name, needs.some(({ set }) => set)])).toEqual([
      ['web', false],
      ['teams', false],
      ['wecom', false],
      ['kf', false],
      ['wecom-bot', false],
    ])
  })

  test('is what is set, and cannot be changed afterwards', () => {
    const config = readConfig({
      PORT: '8080',
      QINGWEN_DATA: '/var/lib/qingwen',
      DATABASE_URL: 'postgresql://db/qingwen',
      QINGWEN_REGION: ' 许昌市 ',
      QINGWEN_ROLE: 'intake',
      QINGWEN_ORIGIN: 'https://qingwen.example.cn/',
      QINGWEN_PROXY: '127.0.0.1, 10.0.0.0/8',
      EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8000/v1',
      EMBEDDINGS_API_KEY: 'key',
      EMBEDDINGS_MODEL: 'bge-m3',
    })
    expect(config).toEqual({
      channels: readConfig({}).channels,
      port: 8080,
      dataDir: '/var/lib/qingwen',
      databaseUrl: 'postgresql://db/qingwen',
      region: '许昌市',
      role: 'intake',
      proxies: ['127.0.0.1', '10.0.0.0/8'],
      origin: 'https://qingwen.example.cn',
      embeddings: { baseUrl: 'http://127.0.0.1:8000/v1', apiKey: 'key', model: 'bge-m3' },
    })
    expect(Object.isFrozen(config)).toBe(true)
  })

  test('takes a language model where it is wholly named, and none otherwise', () => {
    const { model } = readConfig({ LLM_BASE_URL: 'http://10.0.0.8:8000/v1/', LLM_API_KEY: 'sk', LLM_MODEL: 'qwen3' })
    expect(model).toEqual({ baseUrl: 'http://10.0.0.8:8000/v1', apiKey: 'sk', model: 'qwen3' })
    expect(Object.isFrozen(model)).toBe(true)
    expect(readConfig({}).model).toBeUndefined()
  })

  test('takes a variable that is set to nothing as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', QINGWEN_REGION: '' })).toEqual(readConfig({}))
  })

  test.each([
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '80.5' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: 'http' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
    ['QINGWEN_ROLE', { QINGWEN_ROLE: 'admin' }],
    ['QINGWEN_ORIGIN', { QINGWEN_ORIGIN: 'qingwen.example.cn' }],
    ['QINGWEN_NOW', { NODE_ENV: 'test', QINGWEN_NOW: '2026-11-23' }],
    ['QINGWEN_NOW', { NODE_ENV: 'test', QINGWEN_NOW: '2026-11-23T09:30:00' }],
    ['QINGWEN_NOW', { QINGWEN_NOW: '2026-11-23T09:30:00+08:00' }],
    ['QINGWEN_NOW', { NODE_ENV: 'production', QINGWEN_NOW: '2026-11-23T09:30:00+08:00' }],
    ['MICROSOFT_APP_PASSWORD、MICROSOFT_APP_TENANT_ID', { MICROSOFT_APP_ID: 'a' }],
    ['WECOM_AES_KEY', { WECOM_CORP_ID: 'a', WECOM_AGENT_ID: 'a', WECOM_SECRET: 'a', WECOM_TOKEN: 'a' }],
    ['WECOM_BOT_ID', { WECOM_BOT_SECRET: 'a' }],
    ['WECOM_AGENT_ID', { ...wecom, WECOM_AGENT_ID: 'one' }],
    ['WECOM_AES_KEY', { ...wecom, WECOM_AES_KEY: 'short' }],
    ['WECOM_TOKEN', { ...wecom, WECOM_TOKEN: 'not-a-token' }],
    ['WECOM_API_URL', { ...wecom, WECOM_API_URL: 'qyapi.example' }],
    ['WECOM_CORP_ID', { WECOM_KF_SECRET: 'a' }],
    ['LLM_API_KEY', { LLM_BASE_URL: 'http://a', LLM_MODEL: 'a' }],
    ['EMBEDDINGS_MODEL', { EMBEDDINGS_BASE_URL: 'http://a', EMBEDDINGS_API_KEY: 'a' }],
    ['EMBEDDINGS_BASE_URL', { EMBEDDINGS_BASE_URL: 'file:///a', EMBEDDINGS_API_KEY: 'a', EMBEDDINGS_MODEL: 'a' }],
    ['LANGSMITH_TRACING', { LANGSMITH_TRACING: 'true' }],
    ['LANGSMITH_TRACING_V2', { LANGSMITH_TRACING_V2: 'TRUE' }],
    ['LANGCHAIN_TRACING', { LANGCHAIN_TRACING: '1' }],
    ['LANGCHAIN_TRACING_V2', { LANGCHAIN_TRACING_V2: ' true ' }],
    ['LLM_BASE_URL', { LLM_BASE_URL: '10.0.0.8:8000', LLM_API_KEY: 'a', LLM_MODEL: 'a' }],
    ['LLM_BASE_URL', { LLM_BASE_URL: 'ftp://10.0.0.8/v1', LLM_API_KEY: 'a', LLM_MODEL: 'a' }],
    ['LLM_BASE_URL', { LLM_BASE_URL: 'http://me:secret@10.0.0.8/v1', LLM_API_KEY: 'a', LLM_MODEL: 'a' }],
    ['LLM_BASE_URL', { LLM_BASE_URL: 'http://10.0.0.8/v1?key=a', LLM_API_KEY: 'a', LLM_MODEL: 'a' }],
  ] as const)('names %s when it is wrong or half set', (name, env) => {
    const found = faults(env)
    expect(found.join('\n')).toContain(name)
    for (const fault of found) expect(fault).toMatch(/\p{Script=Han}.*。$/u)
  })

  test('takes the application in WeCom whole, and 微信客服 with it', () => {
    expect(readConfig(wecom).wecom).toMatchObject({ agentId: 1000002, apiUrl: 'https://qyapi.weixin.qq.com' })
    expect(readConfig(wecom).wecom).not.toHaveProperty('kfSecret')
    expect(readConfig({ ...wecom, WECOM_KF_SECRET: 'k' }).wecom?.kfSecret).toBe('k')
  })

  test('fixes the clock only under test', () => {
    const now = '2026-11-23T09:30:00+08:00'
    expect(readConfig({ NODE_ENV: 'test', QINGWEN_NOW: now }).now).toBe(now)
  })

  test('names everything that is wrong at once', () => {
    expect(faults({ PORT: 'x', QINGWEN_ROLE: 'x', WECOM_BOT_ID: 'x', QINGWEN_NOW: 'x' }).length).toBeGreaterThanOrEqual(
      5,
    )
  })

  test('never repeats a value, which may be a secret', () => {
    const secret = 'geheim-4711'
    const env = {
      PORT: secret,
      DATABASE_URL: secret,
      LLM_API_KEY: secret,
      EMBEDDINGS_BASE_URL: secret,
      WECOM_SECRET: secret,
      QINGWEN_ORIGIN: secret,
    }
    expect(faults(env).join('\n')).not.toContain(secret)
  })
})
