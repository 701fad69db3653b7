import type { Context } from 'hono'
import { listNominationsOf, type Nomination } from '../../db/nominations.ts'
import { findNominee } from '../../db/nominees.ts'
import type { Words } from '../../matching/index.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { gateOf } from '../nominees/gate.ts'
import { placeNames } from '../people-by-id.ts'
import { countyOf } from '../remembered.ts'
import type { Warning } from '../shapes/nominations.ts'

/** What whoever nominates should know of it today: others before, another village, what the rules say. None refuses. */
export async function warningsOf(c: Context<Env>, own: Nomination): Promise<Warning[]> {
  const { db, countyCode } = c.var
  const county = await countyOf(db, { countyCode })
  const all = await listNominationsOf(db, { countyCode }, own.nomineeId)
  const others = all.filter(({ id, withdrawnAt }) => id !== own.id && withdrawnAt === null)
  const isSeen = (await findNominee(db, c.var.scope, own.nomineeId)) !== undefined
  const nameOf = await placeNamesOf(c)
  return [
    ...(own.isLate ? [{ code: 'late' as const, words: LATE }] : []),
    ...others
      .filter(({ villageCode }) => villageCode === own.villageCode)
      .map((one) => inGroup(one, isSeen, nameOf)),
    ...others
      .filter(({ villageCode }) => villageCode !== own.villageCode)
      .map((one) => otherVillage(one, isSeen, nameOf)),
    ...gateWarnings(county, own),
  ]
}

type NameOf = (code: string | null) => Words

async function placeNamesOf(c: Context<Env>): Promise<NameOf> {
  const names = await placeNames(c)
  return (code) => {
    if (code === null) return { zh: '仅入库', en: 'the pool only' }
    const name = names.get(code) ?? code
    const township = names.get(code.slice(0, 9))
    return township === undefined
      ? { zh: name, en: name }
      : { zh: `${township}${name}`, en: `${name}, ${township}` }
  }
}

/** Who proposed is said to whoever sees the group; others read only that somebody did, and for where. */
function inGroup({ nominator, villageCode }: Nomination, isSeen: boolean, nameOf: NameOf): Warning {
  const place = nameOf(villageCode)
  return {
    code: 'in-group',
    words: isSeen
      ? {
          zh: `此人已由${nominator}提名（${place.zh}），这份提名并入同一人选。`,
          en: `Nominated before by ${nominator} (${place.en}); this one joins the same nominee.`,
        }
      : {
          zh: `此人已有提名（${place.zh}），这份提名并入同一人选。`,
          en: `Nominated before (${place.en}); this one joins the same nominee.`,
        },
  }
}

function otherVillage(
  { nominator, villageCode }: Nomination,
  isSeen: boolean,
  nameOf: NameOf,
): Warning {
  const place = nameOf(villageCode)
  const by = isSeen ? nominator : null
  return {
    code: 'other-village',
    words: {
      zh: `此人另有提名：${place.zh}${by ? `（${by}）` : ''}。一人只能在一个村任职，须在初审前选定。`,
      en: `Also nominated for ${place.en}${by ? ` by ${by}` : ''}: one village at most, to be chosen before the first review.`,
    },
  }
}

function gateWarnings(
  { talents, villages, policy }: County,
  { talentId, villageCode, posts }: Nomination,
): Warning[] {
  const talent = talents.get(talentId)
  const village = talent && villages.get(villageCode ?? talent.homeVillage)?.matching
  if (!talent || !village) return []
  const elsewhere = { inRound: [], inOther: [] }
  const { findings } = gateOf({
    ...{ talent, village, policy, elsewhere },
    posts: posts as Parameters<typeof gateOf>[0]['posts'],
  })
  return findings
    .filter(({ outcome }) => outcome !== 'met')
    .map(({ rule, outcome, words }) => ({ code: 'gate', rule, outcome, words }))
}

const LATE: Words = {
  zh: '在提名时间之外，按补录登记。',
  en: 'Outside of the window: written down as entered late.',
}
