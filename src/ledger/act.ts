import { Refused } from '../base/index.ts'

/** How a topic stands; `on` are ISO days. The store's `TopicStanding` is this. */
export interface Standing {
  readonly state: 'open' | 'given' | 'closed'
  readonly holder?: string
  readonly givenOn?: string
  readonly closing?: Closing
  readonly since: number
  readonly reopened: number
}
export type Closing =
  | { readonly type: 'text'; readonly text: string; readonly on: string }
  | { readonly type: 'note'; readonly note: string; readonly on: string }

export type TopicDeed =
  /** `to`: officer's id; given again, it changes hands. */
  | { readonly type: 'give'; readonly to: string }
  | { readonly type: 'close'; readonly text: string }
  | { readonly type: 'dismiss'; readonly note: string }
  | { readonly type: 'reopen' }

/** @param on ISO day. @throws Refused `illegalMove` if the topic's state does not allow it. */
export function actOnTopic(topic: Standing, deed: TopicDeed, on: string): Standing {
  const { state, holder, givenOn, closing, since, reopened } = topic
  const kept = {
    since,
    reopened,
    ...(holder === undefined ? {} : { holder }),
    ...(givenOn === undefined ? {} : { givenOn }),
    ...(closing === undefined ? {} : { closing }),
  }
  if ((deed.type === 'reopen') !== (state === 'closed')) throw new Refused('illegalMove')
  switch (deed.type) {
    case 'give':
      return { ...kept, state: 'given', holder: deed.to, givenOn: on }
    case 'close':
      return { ...kept, state: 'closed', closing: { type: 'text', text: deed.text, on }, since: 0 }
    case 'dismiss':
      return { ...kept, state: 'closed', closing: { type: 'note', note: deed.note, on }, since: 0 }
    case 'reopen':
      return { ...kept, state: holder === undefined ? 'open' : 'given', reopened: reopened + 1 }
  }
}
