/** Makes vectors of texts. */
export interface Embedder {
  /** Name of the model; vectors of two models are never compared. */
  readonly model: string
  /** How much the nearest row counts beside the best lexical score. */
  readonly weight: number
  /** @throws Fault if none is to be had now. Its components are finite; it need not be one long. */
  question(text: string, signal?: AbortSignal): Promise<Float32Array>
  /** One vector for each text, in order. @throws Fault like `question`. */
  texts(list: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>
}
