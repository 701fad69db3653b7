import type { Context } from 'hono'
import type { z } from 'zod'
import type { Nomination } from '../../db/nominations.ts'
import type { Nominee as Row } from '../../db/nominees.ts'
import { findTalent } from '../../db/talents.ts'
import type { Post, RuleId } from '../../matching/index.ts'
import { attachmentsShown } from '../attachments/shown.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import type { NomineeView } from '../shapes/nominees.ts'
import { isTalkDue, relaxable } from '../workflow/conditions.ts'
import { mayDo } from '../workflow/decide.ts'
import type { Act, Actor, Asked, File } from '../workflow/file.ts'
import {
  departmentsOf,
  isApproved,
  missingFor,
  missingOf,
  noticeEnd,
  openObjections,
  openQuestion,
} from '../workflow/missing.ts'
import { actsAt, pathOf, standingActs } from '../workflow/path.ts'
import { summaryOf } from '../workflow/summary.ts'
import { actorOf } from './actor.ts'
import type { Loaded } from './loading.ts'

type View = z.infer<typeof NomineeView>

/** A nominee as the account may read it: reasons of objections are the county's, answers of departments no village's. */
export async function nomineeShown(c: Context<Env>, loaded: Loaded): Promise<View> {
  const { row, file, person } = loaded
  const actor = actorOf(c)
  const names = await placeNames(c)
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  const { id, revision, state, outcome, stage, stageSince } = row
  const { waitsFor, dueOn } = summaryOf(file)
  return {
    ...{ id, revision, state, outcome, stage, stageSince, dueOn },
    waitsFor: waitsForShown(waitsFor, actor.level),
    ...{ round: roundOf(loaded), talent: person, lateDays: lateDays(dueOn, file.today) },
    maySeePortrait: (await findTalent(c.var.db, c.var.scope, row.talentId)) !== undefined,
    target: {
      village: row.villageCode === null ? null : place(row.villageCode),
      ...{ township: place(row.townshipCode), posts: row.posts as Post[] },
    },
    term: termOf(row.termStartsOn, row.termEndsOn),
    path: pathShown(file),
    ...{
      missing: missingFor(actor.level, missingOf(file)),
      question: openQuestion(file)?.note ?? null,
    },
    ...{ may: mayDo(file, actor), relaxable: relaxable(file, actor.level) as RuleId[] },
    findings: file.gate.findings.map(({ rule, outcome: of, words }) => ({
      ...{ rule, outcome: of, words, isApproved: isApproved(file, rule) },
    })),
    departments: actor.level === 'village' ? null : departmentsShown(file, actor),
    nominations: loaded.nominations.map((one) => nominationShown(one, place)),
    attachments: await attachmentsShown(c.var, row.id),
    ...{ acts: actsShown(file, actor), isSealed: loaded.isSealed },
    ...{ noticeEndsOn: noticeEnd(file, stage), openObjections: openObjections(file, stage) },
    isTalkDue: isTalkDue(file),
  }
}

/** To a village whoever is above it is the county: whether a department waits or asks is not its business. */
export function waitsForShown(waitsFor: Row['waitsFor'], level: Actor['level']): Row['waitsFor'] {
  if (level !== 'village' || waitsFor === 'village' || waitsFor === 'nobody') return waitsFor
  return waitsFor === 'departments' ? 'county' : waitsFor
}

function roundOf({ round: { id, name, kind, state, termStartsOn, termEndsOn } }: Loaded) {
  return { id, name, kind, state, term: termOf(termStartsOn, termEndsOn) }
}

function termOf(startsOn: string | null, endsOn: string | null) {
  return startsOn && endsOn ? { startsOn, endsOn } : null
}

/** Calendar days; 0 when it is not late. */
export function lateDays(dueOn: string | null, today: string): number {
  if (dueOn === null || today <= dueOn) return 0
  return Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000)
}

function pathShown(file: File): View['path'] {
  const path = pathOf(file)
  const now = path.findIndex(({ id }) => id === file.nominee.stage)
  const at = now === -1 ? path.length : now
  const named = new Map(file.procedure.signers.map(({ id, words }) => [id, words]))
  return path.map(({ id, kind, words, level, signersNeeded }, index) => {
    const state = index < at ? 'done' : index === at ? 'now' : 'ahead'
    const signed = actsAt(file, id, 'pass')
    return {
      ...{ id, kind, words, level, state },
      at: state === 'done' ? leftAt(file, id) : null,
      signers: signersNeeded.map((signer) => {
        const act = signed.find((one) => one.signer === signer)
        return {
          ...{ id: signer, words: named.get(signer) ?? { zh: signer, en: signer } },
          ...{ name: act?.accountName ?? null, at: act?.at ?? null },
        }
      }),
    }
  })
}

/** The last act of the stage that led on. */
function leftAt(file: File, stage: string): string | null {
  const led = standingActs(file).findLast(
    (act) => act.stage === stage && LEADING.includes(act.body.kind),
  )
  return led?.at ?? null
}
const LEADING = ['pass', 'inspection', 'study', 'end-notice', 'election', 'appointment', 'filing']

function departmentsShown(file: File, { level }: Actor): NonNullable<View['departments']> {
  const lacks = new Map(departmentsOf(file).map(({ department, code }) => [department, code]))
  return file.departments.map((one) => {
    const last = file.acts.findLast(
      ({ body, department }) => body.kind === 'answer' && department === one.id,
    )
    const said = last?.body.kind === 'answer' ? last.body : null
    return {
      ...{ id: one.id, words: one.words, isDropped: one.isDropped },
      state: stateOf(file, one, lacks.get(one.id)),
      code: level === 'county' ? (one.case?.code ?? null) : null,
      note: one.case?.answer === 'more' ? (said?.note ?? null) : null,
      signedBy: one.case?.answer ? (last?.accountName ?? null) : null,
      ...{ openedAt: one.case?.openedAt ?? null, dueOn: one.case?.dueOn ?? null },
      answeredAt: one.case?.answeredAt ?? null,
      validUntil: one.case?.validUntil ?? null,
    }
  })
}

function stateOf(file: File, { id, case: asked }: Asked, lack: string | undefined) {
  if (standingActs(file).some(({ body }) => body.kind === 'excuse' && body.department === id))
    return 'excused'
  if (asked === null) return 'not-asked'
  if (lack === 'expired' || lack === 'stale') return lack
  return asked.answer ?? 'unanswered'
}

function nominationShown(one: Nomination, place: (code: string) => { code: string; name: string }) {
  const { id, channel, nominator, relation, jointNames, reason, createdAt, withdrawnAt } = one
  return {
    ...{ id, channel, nominator, relation, jointNames, reason, createdAt, withdrawnAt },
    ...{ posts: one.posts as Post[], plan: one.planId },
    village: one.villageCode === null ? null : place(one.villageCode),
    ...{ isOnPaper: one.isOnPaper === 1, isLate: one.isLate === 1 },
  }
}

/** What a village does not read of the offices above it. */
const NOT_FOR_VILLAGES = ['inspection', 'study', 'relaxation', 'objection', 'reply', 'talk']

function actsShown(file: File, { level }: Actor): View['acts'] {
  const superseded = new Set(file.acts.map(({ supersedes }) => supersedes))
  return file.acts
    .filter(({ body }) => level !== 'village' || !isOfJointReview(body))
    .map((act) => {
      const { id, sequence, stage, department, signer, position, at, validUntil, contentHash } = act
      return {
        ...{ id, sequence, stage, department, signer, position, at, validUntil, contentHash },
        ...{ kind: act.body.kind, name: act.accountName, body: bodyFor(act, level) },
        isSuperseded: superseded.has(id),
      }
    })
}

/** Between departments and the offices above: that it was signed already tells who asks or objects. */
function isOfJointReview(body: Act['body']): boolean {
  if (body.kind === 'supplement') return body.department !== null
  return ['answer', 'ask-again', 'excuse', 'sanction'].includes(body.kind)
}

function bodyFor({ body }: Act, level: Actor['level']): Act['body'] | null {
  if (level === 'village' && NOT_FOR_VILLAGES.includes(body.kind)) return null
  if (body.kind === 'answer' && level !== 'county') return { ...body, code: null }
  return body
}
