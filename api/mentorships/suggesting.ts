import type { Context } from 'hono'
import type { z } from 'zod'
import { findActivePosts } from '../../db/mentees.ts'
import { listMentorships } from '../../db/mentorships.ts'
import { listSkillsOf } from '../../db/talent-skills.ts'
import { type Post, postWords, type Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { type Caution, kinAmong } from '../mentoring/cautions.ts'
import type { Suggestions } from '../shapes/mentoring.ts'
import { talentOf } from '../talents.ts'
import { type Mentor, mentorsOf } from './mentors.ts'

type Answer = z.infer<typeof Suggestions>
type Suggested = Answer['mentors'][number]
type Reason = Suggested['reasons'][number] & { worth: number }
type Person = {
  village: string
  township: string
  skills: ReadonlySet<string>
  /** That the person prepares for; empty: no plan. */
  posts: readonly Post[]
}

/** Nobody reads more than this. */
const MOST = 20
/** What a reason is worth in the order: the place most, then posts and trades, then who has time. */
const WORTH = { village: 3, township: 2, post: 2, anyPost: 1, skill: 1, skillsMost: 2 }

/**
 * Mentors who suit a person, each with its reasons in words; the order is their sum. Kin come after the others with a
 * caution, whoever is full or looks after the person already comes last.
 */
export async function suggestedFor(c: Context<Env>, id: string): Promise<Answer> {
  const talent = await talentOf(c, id)
  const person = await personOf(c, talent)
  const mentors = await mentorsOf(c)
  const going = await listMentorships(c.var.db, c.var.scope, { talentId: id })
  const own = new Set(going.filter(({ endedOn }) => endedOn === null).map((it) => it.mentorId))
  const asPeople = mentors.map(({ line, profile }) => ({
    ...{ id: line.id, name: line.name, talentId: profile?.talentId ?? null },
  }))
  const kin = await kinAmong(c, asPeople, [talent])
  const suggested = mentors
    // Nobody is their own mentor.
    .filter(({ profile }) => profile?.talentId !== id)
    .map((mentor) => suggestion(mentor, person, kin(mentor.line.id, id)))
    .map(({ worth, ...one }) => ({ worth, one: { ...one, isMentor: own.has(one.id) } }))
    .toSorted((a, b) => groupOf(a.one) - groupOf(b.one) || b.worth - a.worth)
  return {
    talent: { id, name: talent.name },
    mentors: suggested.slice(0, MOST).map(({ one }) => one),
  }
}

function groupOf({ isMentor, isFull, cautions }: Suggested): number {
  if (isMentor) return 3
  return isFull ? 2 : Math.min(1, cautions.length)
}

async function personOf(
  c: Context<Env>,
  { id, homeVillageCode, homeTownshipCode }: Awaited<ReturnType<typeof talentOf>>,
): Promise<Person> {
  const { db, scope } = c.var
  const skills = await listSkillsOf(db, scope, id)
  return {
    ...{ village: homeVillageCode, township: homeTownshipCode },
    skills: new Set(skills.map(({ skillId }) => skillId)),
    posts: (await findActivePosts(db, scope, id)) as Post[],
  }
}

function suggestion({ line }: Mentor, person: Person, cautions: Caution[]) {
  const found = [placeReason, tradeReason, postReason, loadReason].flatMap(
    (reason) => reason(line, person) ?? [],
  )
  return {
    ...line,
    reasons: found.map(({ kind, words }) => ({ kind, words })),
    cautions,
    isFull: line.mentees >= line.menteesMax,
    worth: found.reduce((sum, { worth }) => sum + worth, 0),
  }
}

type Line = Mentor['line']

function placeReason({ village, township }: Line, person: Person): Reason | null {
  if (village?.code === person.village)
    return of('place', WORTH.village, {
      zh: `同村：${village.name}`,
      en: `The same village: ${village.name}`,
    })
  if (township?.code !== person.township) return null
  return of('place', WORTH.township, {
    zh: `同乡镇：${township.name}`,
    en: `The same township: ${township.name}`,
  })
}

function tradeReason({ skills }: Line, person: Person): Reason | null {
  const common = skills.filter(({ id }) => person.skills.has(id))
  if (common.length === 0) return null
  const worth = Math.min(WORTH.skillsMost, common.length * WORTH.skill)
  return of('trade', worth, {
    zh: `专长相同：${common.map(({ words }) => words.zh).join('、')}`,
    en: `Skills in common: ${common.map(({ words }) => words.en).join(', ')}`,
  })
}

function postReason({ posts }: Line, person: Person): Reason | null {
  const shared = posts.filter((post) => person.posts.includes(post))
  const named = shared.length > 0 ? shared : posts
  if (named.length === 0) return null
  const zh = named.map((post) => postWords[post].zh).join('、')
  const en = named.map((post) => postWords[post].en).join(', ')
  return shared.length > 0
    ? of('post', WORTH.post, {
        zh: `任过拟培养的岗位：${zh}`,
        en: `Held the post that the plan prepares for: ${en}`,
      })
    : of('post', WORTH.anyPost, { zh: `任过：${zh}`, en: `Held: ${en}` })
}

/** Up to 1: the share of the limit that is free. */
function loadReason({ mentees, menteesMax }: Line): Reason {
  return of('load', Math.max(0, 1 - mentees / menteesMax), {
    zh: `现带 ${mentees} 人，上限 ${menteesMax} 人`,
    en: `Looks after ${mentees} of ${menteesMax} people`,
  })
}

function of(kind: Reason['kind'], worth: number, words: Words): Reason {
  return { kind, worth, words }
}
