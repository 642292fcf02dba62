import type { Answerer } from '../runtime/index.ts'
import { type ModelLimits, openModel } from './ask-model.ts'
import { openSpeaker } from './model.ts'
import type { ModelAccess } from './speaker.ts'
import { openModelAnswerer, type WithModel } from './with-model.ts'

export interface ModelParts extends Omit<WithModel, 'model'> {
  /** Absent: there is no model, and `plain` answers by itself. */
  readonly access: ModelAccess | undefined
  /** Told in one line of each question that had to do without the model, never with content. */
  readonly failed: (fault: unknown) => void
  readonly limits?: ModelLimits
}

/** Puts a model beside an answerer, if there is one. */
export function openModelFor({ access, failed, limits, ...parts }: ModelParts): {
  readonly answerer: Answerer
  stop(): void
} {
  if (access === undefined) return { answerer: parts.plain, stop: () => undefined }
  const model = openModel(openSpeaker(access), failed, limits)
  return { answerer: openModelAnswerer({ ...parts, model }), stop: model.stop }
}
