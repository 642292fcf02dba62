export { listen } from './listen.ts'
export { type Hands, openHands, readUpload, type Upload, type UploadBounds } from './multipart.ts'
export { broken, Problem, problems, refusalOf } from './problem.ts'
