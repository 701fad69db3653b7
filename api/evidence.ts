import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertEvidence, listEvidenceOf, removeEvidence, updateEvidence } from '../db/evidence.ts'
import { criterionWords } from '../matching/index.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { isDay, isPast } from './days.ts'
import { describe } from './describe.ts'
import { findSource, OTHER_STRENGTH } from './evidence-sources.ts'
import { changeTalent } from './portrait/changes.ts'
import { noSuchPart } from './portrait/parts.ts'
import { Problem, type ProblemError } from './problem.ts'
import { Added, Changed } from './shapes/portrait.ts'
import { EvidenceFacts } from './shapes/portrait-input.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Piece = Id.extend({ evidence: z.string().max(128) })
type Facts = z.infer<typeof EvidenceFacts>

/** Pieces of evidence of a portrait: how much one says follows from where it comes from. */
export const evidence = new Hono<Env>()
  .post(
    '/:id/evidence',
    describe('Adds a piece of evidence', { status: 201, schema: Added }, 403, 404, 412, 422, 428),
    may('talent.write'),
    valid('param', Id),
    valid('json', EvidenceFacts),
    async (c) => {
      const talentId = c.req.valid('param').id
      const facts = readFacts(c.req.valid('json'), c.var.today())
      const id = newId()
      const act = { id: talentId, action: 'evidence.added' }
      const done = await changeTalent(c, act, async (transaction) => {
        await insertEvidence(transaction, c.var.scope, { id, talentId, ...facts })
        return { kept: [{ field: 'evidence', before: null, after: said(facts) }] }
      })
      return c.json({ id, ...done }, 201)
    },
  )
  .put(
    '/:id/evidence/:evidence',
    describe('Changes a piece of evidence', { schema: Changed }, 403, 404, 412, 422, 428),
    may('talent.write'),
    valid('param', Piece),
    valid('json', EvidenceFacts),
    async (c) => {
      const { id: talentId, evidence: id } = c.req.valid('param')
      const facts = readFacts(c.req.valid('json'), c.var.today())
      const { scope } = c.var
      const act = { id: talentId, action: 'evidence.changed' }
      const done = await changeTalent(c, act, async (transaction) => {
        const all = await listEvidenceOf(transaction, scope, talentId)
        const before = all.find((one) => one.id === id)
        if (!before) throw noSuchPart()
        requireByHand(before)
        await updateEvidence(transaction, scope, { talentId, id }, facts)
        return { kept: [{ field: 'evidence', before: said(before), after: said(facts) }] }
      })
      return c.json(done)
    },
  )
  .delete(
    '/:id/evidence/:evidence',
    describe('Takes a piece of evidence away', { schema: Changed }, 403, 404, 412, 428),
    may('talent.write'),
    valid('param', Piece),
    async (c) => {
      const { id: talentId, evidence: id } = c.req.valid('param')
      const { scope } = c.var
      const act = { id: talentId, action: 'evidence.removed' }
      const done = await changeTalent(c, act, async (transaction) => {
        const all = await listEvidenceOf(transaction, scope, talentId)
        const before = all.find((one) => one.id === id)
        if (!before) throw noSuchPart()
        requireByHand(before)
        await removeEvidence(transaction, scope, { talentId, id })
        return { kept: [{ field: 'evidence', before: said(before), after: null }] }
      })
      return c.json(done)
    },
  )

/** What is stored; refuses a day to come, and a proof that neither a paper nor an office stands for. */
function readFacts({ on, ...facts }: Facts, today: string) {
  const source = findSource(facts.source)
  const isBacked = facts.document !== null || source?.isOffice === true
  const faults: ProblemError[] = [
    ...(isDay(on) && isPast(on, today) ? [] : [{ pointer: '#/on', detail: NO_DAY }]),
    ...(facts.standing === 'claimed' || isBacked
      ? []
      : [{ pointer: '#/document', detail: NO_PROOF }]),
  ]
  if (faults.length > 0) throw invalid(faults)
  return { ...facts, datedOn: on, strength: source?.strength ?? OTHER_STRENGTH }
}

/** What follows from cultivation changes with its entry alone. */
function requireByHand({ entryKind, source }: { entryKind: string | null; source: string }): void {
  if (entryKind === null) return
  throw new Problem('conflict', {
    zh: `这条材料由培养记录（${source}）自动形成，不能直接修改。请在培养页更正、补充或撤回相应记录，材料随之更新。`,
    en: `This evidence follows from cultivation (${source}) and is not edited here. Correct, add to or take back the entry on the cultivation page: the evidence follows.`,
  })
}

type Said = Pick<Facts, 'note' | 'source' | 'standing'> & { criterion: string; datedOn: string }

/** One line for the history. */
function said({ criterion, datedOn, note, source, standing }: Said): string {
  const words = criterionWords[criterion as Facts['criterion']]
  return `${words.zh} ${datedOn} ${note}（${source}${standing === 'claimed' ? '，自报' : ''}）`
}

const NO_DAY = {
  zh: '材料日期应为真实日期，写作 2026-05-12，且不晚于今天。',
  en: 'The day of evidence is real, written 2026-05-12, and not in the future.',
}
const NO_PROOF = {
  zh: '“已证实”须写明材料名称或文号，或来源为负责出具的单位；否则请选“自报”。',
  en: 'What is proven names a paper, or comes from an office that answers for it; choose “claimed” otherwise.',
}
