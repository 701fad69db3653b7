import { z } from 'zod'
import type { Words } from '../../matching/types.ts'
import { SignerShape } from '../shapes/policy.ts'
import { canonical } from './canonical.ts'
import { FIELDS, type Field, type Row } from './fields.ts'
import { type Departments, plain, said } from './said.ts'
import { saidPoints } from './said-points.ts'
import { saidStages } from './said-stages.ts'

/** A field whose value is another, with both in words. */
export type Change = {
  pointer: string
  words: Words
  before: unknown
  after: unknown
  said: { before: Words; after: Words }
}

/** What differs between two policies: described fields in reading order, then whatever else. */
export function changesOf(before: object, after: object, departments: Departments): Change[] {
  const [old, now] = [leavesOf(before), leavesOf(after)]
  const pointers = [...new Set([...old.keys(), ...now.keys()])]
  return pointers
    .filter(
      (pointer) => canonical(old.get(pointer) ?? null) !== canonical(now.get(pointer) ?? null),
    )
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((pointer) => {
      const told = change(pointer, old.get(pointer), now.get(pointer), departments)
      if (pointer === '#/review/stages') return { ...told, ...stagesIn(old, now) }
      if (pointer === '#/cultivation/points')
        return { ...told, ...pointsIn(old.get(pointer), now.get(pointer)) }
      return told
    })
}

const PLACES = new Map(FIELDS.map(({ field }, at) => [field.pointer, at]))
const placeOf = (pointer: string) => PLACES.get(pointer) ?? FIELDS.length

function change(
  pointer: string,
  before: unknown,
  after: unknown,
  departments: Departments,
): Change {
  const known = FIELDS[placeOf(pointer)]
  const words = known ? named(known) : plain(pointer)
  const say = (value: unknown) => (known ? said(known.field, value, departments) : plain(value))
  return {
    ...{ pointer, words, before: before ?? null, after: after ?? null },
    said: { before: say(before), after: say(after) },
  }
}

/** A list of stages says what came, went or changed, not all of it. */
function stagesIn(old: Map<string, unknown>, now: Map<string, unknown>) {
  const signersIn = (leaves: Map<string, unknown>) =>
    SIGNERS.safeParse(leaves.get('#/review/signers')).data ?? []
  const told = saidStages(old.get('#/review/stages'), now.get('#/review/stages'), {
    before: signersIn(old),
    after: signersIn(now),
  })
  return told ? { said: told } : {}
}
const SIGNERS = z.array(SignerShape)

/** Of 26 indicators only those that count otherwise. */
function pointsIn(before: unknown, after: unknown) {
  const told = saidPoints(before, after)
  return told ? { said: told } : {}
}

function named({ field, row }: { field: Field; row: Row }): Words {
  if (field.words === null) return row.words
  return {
    zh: `${row.words.zh}·${field.words.zh}`,
    en: `${row.words.en}: ${field.words.en}`,
  }
}

/** Values by pointer; what a field describes as a whole is one of them. */
function leavesOf(value: object, pointer = '#'): Map<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([key, part]) => {
      const at = `${pointer}/${key}`
      if (at === '#/version') return []
      const isWhole = PLACES.has(at) || typeof part !== 'object' || part === null
      return isWhole || Array.isArray(part) ? [[at, part] as const] : [...leavesOf(part, at)]
    }),
  )
}
