export type { ArticleFinder, ArticleFinding } from './articles.ts'
export { openSearchAside } from './aside.ts'
export { buffersOf, buildIndex, type CorpusIndex, type FieldWeights, fieldWeights } from './lexical/build.ts'
export { type Corpus, type CorpusClause, type CorpusInstrument, type Rank, rankOf, ranks } from './lexical/corpus.ts'
export { learn, type Pair, type Translation } from './lexical/learn.ts'
export {
  type CorpusHit,
  type CorpusSearch,
  type Evidence,
  type Evidences,
  evidences,
  type FindOptions,
  openCorpus,
} from './lexical/open.ts'
export { cutAsking, type Query } from './query.ts'
export type { Atlas, Reach } from './region.ts'
export type { Scope } from './scope.ts'
export { type GuideHit, type Hit, type ListHit, openSearch, type Search } from './search.ts'
export { tokens } from './tokens.ts'
export type { Progress } from './vectors/build-steps.ts'
export type { Embedder } from './vectors/embedder.ts'
export type { Endpoint, EndpointSettings } from './vectors/endpoint.ts'
export { evidenceOf, fuse } from './vectors/fuse.ts'
export { hear, hearQuery } from './vectors/hear.ts'
export { openVectors, type VectorOptions, type Vectors } from './vectors/open.ts'
export type { Near } from './vectors/rows.ts'
export { openSounds, type Sounds } from './vectors/sounds.ts'
