import type { Answerer } from '../runtime/index.ts'
import { type ModelLimits, openModel } from './ask-model.ts'
import { openSpeaker } from './model.ts'
import type { ModelAccess } from './speaker.ts'
import { openModelAnswerer, type WithModel } from './with-model.ts'

export interface ModelParts {
  /** Absent: there is no model, and whoever answers answers by itself. */
  readonly access: ModelAccess | undefined
  /** Told in one line of each question that had to do without the model, never with content. */
  readonly failed: (fault: unknown) => void
  readonly limits?: ModelLimits
}

/** One model of the house, whatever library is answered from: its breaker and its budget outlive a change of texts. */
export interface HouseModel {
  /** An answerer with the model beside it, if there is one. */
  beside(parts: Omit<WithModel, 'model'>): Answerer
  /** Ends what is being asked. */
  stop(): void
}

export function openModelFor({ access, failed, limits }: ModelParts): HouseModel {
  if (access === undefined) return { beside: ({ plain }) => plain, stop: () => undefined }
  const model = openModel(openSpeaker(access), failed, limits)
  return { beside: (parts) => openModelAnswerer({ ...parts, model }), stop: model.stop }
}
