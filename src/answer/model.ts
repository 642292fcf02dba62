import type { ChatOpenAICompletions, ChatOpenAICompletionsCallOptions } from '@langchain/openai'
import { guardedFetch } from './guarded-fetch.ts'
import { jsonIn } from './json-in.ts'
import type { Prompt } from './prompts.ts'
import { type ModelAccess, type Request, type Speaker, Unanswered } from './speaker.ts'

// The only file that knows LangChain's OpenAI client. It is loaded with the first question, never at start.

/** How an answer in a given form is asked for; not every server knows every way, so they are tried in this order. */
const ways = ['schema', 'tool', 'json', 'plain'] as const
export type Way = (typeof ways)[number]

/** Tokens of an answer at most: fourteen sentences with their cites. */
const mostTokens = 2000

/** @param first the way to begin with; the next is tried when the server says that it does not know this one. */
export function openSpeaker({ baseUrl, apiKey, model }: ModelAccess, first: Way = 'schema'): Speaker {
  let way = ways.indexOf(first)
  let opening: Promise<ChatOpenAICompletions> | undefined
  const open = () => {
    opening ??= import('@langchain/openai').then(
      ({ ChatOpenAICompletions }) =>
        new ChatOpenAICompletions({
          model,
          apiKey,
          temperature: 0,
          maxTokens: mostTokens,
          // Trying again is decided in one place, and it is not the library.
          maxRetries: 0,
          configuration: { baseURL: baseUrl, organization: null, project: null, fetch: guardedFetch(baseUrl) },
        }),
    )
    return opening
  }

  return {
    async say(request, signal) {
      const chat = await open()
      const asked = way
      try {
        const answer = await chat.invoke(messages(request), { ...formOf(ways[asked], request.prompt), signal })
        return answer.tool_calls?.[0]?.args ?? jsonIn(answer.text)
      } catch (error) {
        const failure = failureOf(error)
        if (failure.why === 'unsupported' && way === asked && way < ways.length - 1) way++
        throw failure
      }
    },
    async *stream(request, signal) {
      const chat = await open()
      try {
        for await (const piece of await chat.stream(messages(request), { signal })) yield piece.text
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** What a person typed is only ever a value of the second message: it is never put into the first. */
const messages = ({ prompt, values }: Request): [string, string][] => [
  ['system', prompt.says],
  ['user', JSON.stringify(values)],
]

function formOf(way: Way | undefined, { name, output }: Prompt): Partial<ChatOpenAICompletionsCallOptions> {
  const known = name.replace(/\W/gu, '_')
  switch (way) {
    case 'schema':
      return { response_format: { type: 'json_schema', json_schema: { name: known, schema: output } } }
    case 'tool':
      return {
        tools: [{ type: 'function', function: { name: known, parameters: output } }],
        tool_choice: { type: 'function', function: { name: known } },
      }
    case 'json':
      return { response_format: { type: 'json_object' } }
    default:
      return {}
  }
}

/** Whatever the line, the server or the library threw, as one of our words. */
function failureOf(error: unknown): Unanswered {
  if (error instanceof Unanswered) return error
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 400 || status === 404 || status === 415 || status === 422) return new Unanswered('unsupported', true)
  if (status === 401 || status === 403) return new Unanswered('refused', false)
  if (status === 429 || (typeof status === 'number' && status >= 500)) return new Unanswered('overloaded', true)
  return new Unanswered(error instanceof SyntaxError ? 'garbage' : 'unreachable', true)
}
