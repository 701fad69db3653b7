import { z } from 'zod'
import type { Db } from '../../db/connect.ts'
import type { Nominee } from '../../db/nominees.ts'
import { listReviewActs } from '../../db/review-acts.ts'
import type { Round } from '../../db/rounds.ts'
import { findTalent } from '../../db/talents.ts'
import type { Words } from '../../matching/index.ts'
import type { RoundProcedure } from './loading.ts'
import { outcomeWords } from './outcome-words.ts'

type Asked = { row: Nominee; round: Round; village: string | null }

/** What the person themself is told: the stage, who acts next, the outcome; nothing of who answered or noted what. */
export async function toldToPerson(db: Db, countyCode: string, { row, round, village }: Asked) {
  const { stages } = round.procedure as RoundProcedure
  const stage =
    row.state === 'open' ? (stages.find(({ id }) => id === row.stage)?.words ?? null) : null
  const talkedOn = await talkOf(db, countyCode, row)
  const isOwed = row.outcome === 'not-chosen'
  const person = await findTalent(db, { countyCode }, row.talentId)
  const hasLeft = person?.status === 'left'
  return {
    stage,
    next: stage && nextWords(stage, row.waitsFor),
    words: outcomeWords(row, { round: round.name, village, stage, talkedOn, hasLeft }),
    talk: isOwed ? (talkedOn === null ? ('planned' as const) : ('held' as const)) : null,
  }
}

/** The day of the talk alone: what was said in it is not read. */
async function talkOf(db: Db, countyCode: string, { id, outcome }: Nominee) {
  if (outcome !== 'not-chosen') return null
  const acts = await listReviewActs(db, { countyCode }, id)
  const talk = acts.findLast(({ kind }) => kind === 'talk')
  return talk ? Talk.parse(talk.body).talkedOn : null
}

const Talk = z.object({ talkedOn: z.string() })

function nextWords(stage: Words, waitsFor: Nominee['waitsFor']): Words {
  const by = BY[waitsFor]
  return { zh: `等待${stage.zh}，由${by.zh}办理`, en: `${stage.en}: waits for ${by.en}` }
}

/** Of departments it is not said which, nor how many have answered. */
const BY: Record<Nominee['waitsFor'], Words> = {
  village: { zh: '村（社区）', en: 'the village' },
  township: { zh: '乡镇（街道）', en: 'the township' },
  county: { zh: '县级组织部门', en: 'the county’s organisation department' },
  departments: { zh: '县级有关部门', en: 'departments of the county' },
  nobody: { zh: '县级组织部门', en: 'the county’s organisation department' },
}
