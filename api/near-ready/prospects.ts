import type { Context } from 'hono'
import { listCultivated } from '../../db/in-cultivation.ts'
import {
  listAdmissions,
  listMendingItems,
  listPlanTargets,
  listRunningTrialPosts,
} from '../../db/near-ready.ts'
import type { Prospect } from '../../matching/index.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'

type Items = Awaited<ReturnType<typeof listMendingItems>>
/** Somebody under cultivation with all items, those done since the last quarter among them. */
export type Cultivated = { prospect: Prospect; items: Items }

/** Everybody under cultivation at home in the place, as the rules judge them today. */
export async function prospectsOf(
  c: Context<Env>,
  county: County,
  { townshipCode, since }: { townshipCode: string | undefined; since: string },
): Promise<Cultivated[]> {
  const { db, scope } = c.var
  const people = await listCultivated(db, scope, { townshipCode })
  const targets = byTalent(await listPlanTargets(db, scope))
  const items = byTalent(await listMendingItems(db, scope, since))
  const trials = byTalent(await listRunningTrialPosts(db, scope))
  const joined = byTalent(await listAdmissions(db, scope, 'probationary'))
  return people.flatMap(({ id }) => {
    const talent = county.talents.get(id)
    if (talent === undefined) return []
    const own = items.get(id) ?? []
    const target = targets.get(id)?.[0]
    const prospect = {
      talent,
      target: target ? { village: target.villageCode, posts: target.posts } : null,
      items: [...own.flatMap(goingOn), ...(trials.get(id) ?? []).map(asItem)],
      probationEndsOn: yearAfter(joined.get(id)?.[0]?.partyJoinedOn ?? null),
    }
    return [{ prospect, items: own }]
  })
}

/** What an item still asks; nothing when it is done. */
export function goingOn({ id, kind, aim, dueOn, rules, state }: Items[number]) {
  return state === 'open' || state === 'reported' ? [{ id, kind, aim, dueOn, rules, state }] : []
}

/** The months of a trial post or an assistant count as experience once it is concluded. */
function asItem({ id, duties, endsOn }: Awaited<ReturnType<typeof listRunningTrialPosts>>[number]) {
  const kind = 'trial-post' as const
  return { id, kind, aim: duties, dueOn: endsOn, rules: [], state: 'open' as const }
}

/** Probation in the Party takes a year from the day of admission (Constitution of the Party, Article 7). */
function yearAfter(day: string | null): string | null {
  if (day === null) return null
  const year = Number(day.slice(0, 4)) + 1
  return day.length === 10 ? `${year}${day.slice(4)}`.replace('-02-29', '-03-01') : null
}

const byTalent = <Row extends { talentId: string } | { id: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, (row) => ('talentId' in row ? row.talentId : row.id))
