import { z } from 'zod'
import { CRITERIA, type Exclusion, type Pin, POSTS } from '../matching/types.ts'
import type { County, VillageOfCounty } from './candidacies.ts'
import type { ProblemError } from './problem.ts'
import { Code, invalid } from './validate.ts'

/** Any sum: matching brings them to 1, and all zero means that all are equal. */
export const WeightsOfPost = z.record(z.enum(CRITERIA), z.number().nonnegative())
export const TalentId = z.string().min(1).max(64)
export const PinRequest = z.object({ talent: TalentId, village: Code, post: z.enum(POSTS) })
export const ExclusionRequest = z.object({
  talent: TalentId,
  village: Code,
  post: z.enum(POSTS).nullable(),
})

/** The village, or a 422 that points at the field. */
export function villageOf(county: County, code: string, pointer = '#/village'): VillageOfCounty {
  const village = county.villages.get(code)
  if (village) return village
  throw invalid([unknownVillage(pointer, code)])
}

/** Refuses ids that the county does not have, and villages outside the scope. */
export function requireKnown(
  county: County,
  scope: ReadonlySet<string>,
  asked: { pins: Pin[]; exclusions: Exclusion[] },
): void {
  const errors = [
    ...asked.pins.flatMap((pin, at) => errorsOf(county, scope, pin, `#/pins/${at}`)),
    ...asked.exclusions.flatMap((one, at) => errorsOf(county, scope, one, `#/exclusions/${at}`)),
  ]
  if (errors.length > 0) throw invalid(errors)
}

function errorsOf(
  county: County,
  scope: ReadonlySet<string>,
  { talent, village }: { talent: string; village: string },
  pointer: string,
): ProblemError[] {
  const errors: ProblemError[] = []
  if (!county.talents.has(talent)) errors.push(unknownTalent(`${pointer}/talent`, talent))
  if (!scope.has(village)) errors.push(unknownVillage(`${pointer}/village`, village))
  return errors
}

function unknownVillage(pointer: string, code: string): ProblemError {
  return {
    pointer,
    detail: {
      zh: `范围内没有代码为 ${code} 的村（社区）,请从村庄列表中选择。`,
      en: `There is no village ${code} in this scope: choose one from the list.`,
    },
  }
}

function unknownTalent(pointer: string, id: string): ProblemError {
  return {
    pointer,
    detail: {
      zh: `人才库中没有编号为 ${id} 的人，可能已移出，请重新选择。`,
      en: `Nobody in the pool has the id ${id}: choose again, the person may have left it.`,
    },
  }
}
