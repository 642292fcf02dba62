// The gap ledger's thinking: what may be kept, which questions are one, what may be done with a topic. Functions of their arguments.
export { actOnTopic, type Closing, type Standing, type TopicDeed } from './act.ts'
export { keepable } from './keep.ts'
export type { NamedPlace } from './place.ts'
export { type Placement, type Sorted, sortAsked, type Unsorted } from './sort.ts'
