import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  findNominationDraft,
  insertNominationDraft,
  listNominationDrafts,
  type NominationDraft,
  removeNominationDraft,
  updateNominationDraft,
} from '../../db/nomination-drafts.ts'
import { findNomination } from '../../db/nominations.ts'
import { findRound } from '../../db/rounds.ts'
import { may } from '../access.ts'
import { peopleOf } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { Problem } from '../problem.ts'
import { Done } from '../shapes/account.ts'
import { DraftAnswer, DraftList, DraftRequest } from '../shapes/nominations.ts'
import { invalid, valid } from '../validate.ts'

const Id = valid('param', z.object({ id: z.uuid() }))
/** Of an account: whoever has more has forgotten them. */
const MOST_KEPT = 100
/** Characters of JSON: a form. */
const LONGEST = 8_000

/**
 * What an account has typed and not handed in: its own paper, read by nobody else, so that the audit does not tell of
 * each word. The id is the nomination's: handing in stores the one and throws the other away.
 */
export const nominationDrafts = new Hono<Env>()
  .get('/', describe('The own drafts', { schema: DraftList }), may('nominate'), async (c) => {
    const { db, scope, session } = c.var
    const drafts = await listNominationDrafts(db, scope, session.account.id)
    const people = peopleOf(
      await c.var.county(),
      drafts.flatMap(({ talentId }) => talentId ?? []),
    )
    return c.json({ drafts: drafts.map(shown), people })
  })
  .put(
    '/:id',
    describe(
      'Keeps a draft, whole or not; If-Match once there is one',
      { schema: DraftAnswer },
      404,
      409,
      412,
      422,
      428,
    ),
    may('nominate'),
    Id,
    valid('json', DraftRequest),
    async (c) => {
      const { id } = c.req.valid('param')
      const kept = await keep(c, await draftOf(c, id, c.req.valid('json')))
      c.header('etag', `"${kept.revision}"`)
      return c.json(kept)
    },
  )
  .delete(
    '/:id',
    describe('Throws a draft away', { schema: Done }),
    may('nominate'),
    Id,
    async (c) => {
      const accountId = c.var.session.account.id
      const { id } = c.req.valid('param')
      await removeNominationDraft(c.var.db, c.var.scope, { accountId, id })
      return c.json({ done: true as const })
    },
  )

type New = Omit<NominationDraft, 'revision'>

async function draftOf(
  c: Context<Env>,
  id: string,
  { round, talent, body }: z.infer<typeof DraftRequest>,
): Promise<New> {
  const { db, countyCode, clock } = c.var
  const text = JSON.stringify(body)
  if (text.length > LONGEST) throw invalid([{ pointer: '#/body', detail: TOO_LONG }])
  if (!(await findRound(db, { countyCode }, round)))
    throw invalid([{ pointer: '#/round', detail: NO_ROUND }])
  if (talent !== null && !(await c.var.county()).talents.has(talent))
    throw invalid([{ pointer: '#/talent', detail: NOBODY }])
  if (await findNomination(db, { countyCode }, id)) throw new Problem('conflict', HANDED_IN)
  return {
    ...{ id, roundId: round, talentId: talent, body: text },
    updatedAt: clock().toISOString(),
  }
}

async function keep(c: Context<Env>, draft: New) {
  const { db, scope, session } = c.var
  const { id, updatedAt, ...change } = draft
  const accountId = session.account.id
  if (await findNominationDraft(db, scope, { accountId, id })) {
    const revision = revisionOf(c)
    const seen = { accountId, id, revision }
    if (!(await updateNominationDraft(db, scope, seen, { ...change, updatedAt })))
      throw changedMeanwhile()
    return { id, updatedAt, revision: revision + 1 }
  }
  // It was there when it was read: another window handed it in or threw it away.
  if (c.req.header('if-match')) throw changedMeanwhile()
  if ((await listNominationDrafts(db, scope, accountId)).length >= MOST_KEPT)
    throw new Problem('conflict', TOO_MANY)
  if (!(await insertNominationDraft(db, scope, accountId, draft))) throw changedMeanwhile()
  return { id, updatedAt, revision: 1 }
}

function shown({ roundId, talentId, body, ...kept }: NominationDraft) {
  return { ...kept, round: roundId, talent: talentId, body: JSON.parse(body) }
}

const TOO_LONG = {
  zh: '草稿内容过长，请精简提名理由后再存。',
  en: 'The draft is too long: shorten the reason.',
}
const NO_ROUND = {
  zh: '没有这个提名轮次，请从列表中选。',
  en: 'No such round: choose one of the list.',
}
const NOBODY = {
  zh: '此人不在人才库中，或不在本账号的范围。',
  en: 'The person is not in the pool, or out of your reach.',
}
const HANDED_IN = {
  zh: '这份提名已经提交，草稿不再保存。请刷新页面，填写下一份。',
  en: 'This nomination was handed in: load the page again for the next one.',
}
const TOO_MANY = {
  zh: `每个账号最多保存 ${MOST_KEPT} 份草稿。请先提交或删除一些。`,
  en: `An account keeps ${MOST_KEPT} drafts at most: hand in or remove some.`,
}
