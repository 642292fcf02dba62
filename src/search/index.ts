export type { ArticleFinder, ArticleFinding } from './articles.ts'
export { cutAsking, type Query } from './query.ts'
export type { Atlas, Reach } from './region.ts'
export { type GuideHit, type Hit, type ListHit, openSearch, type Scope, type Search } from './search.ts'
