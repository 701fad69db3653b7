import type { Context } from 'hono'
import type { z } from 'zod'
import { listCultivationPlansOf } from '../../db/cultivation-plans.ts'
import { listPlanTemplates, type PlanTemplate } from '../../db/plan-templates.ts'
import { POSTS, type Post, type Talent } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { oneVillage } from '../one-village.ts'
import { peopleById, policyInForce } from '../people-by-id.ts'
import type { Suggestions, SuggestionsAsked } from '../shapes/cultivation-plans.ts'
import { invalid } from '../validate.ts'
import { byCriteria, byNeed } from './by-criteria.ts'
import { byGap, byRules } from './by-rules.ts'

type Asked = z.infer<typeof SuggestionsAsked>

/** What brings a person nearer to posts of a village: what the rules ask, what a gap list asks, where the fit is weak. */
export async function suggestionsOf(
  c: Context<Env>,
  { id, homeVillageCode: home }: { id: string; homeVillageCode: string },
  asked: Asked,
): Promise<z.infer<typeof Suggestions>> {
  const { db, scope } = c.var
  const [plan] = await listCultivationPlansOf(db, scope, id)
  const active = plan?.state === 'active' ? plan : null
  const village = await oneVillage(c, {
    asked: asked.village ?? active?.villageCode ?? undefined,
    home,
  })
  const { talent } = (await peopleById(c, [id])).get(id)!
  const templates = await listPlanTemplates(db, scope)
  const template = bestOf(templates, talent, postsIn(asked.posts))
  const given = postsIn(asked.posts)
  const posts = [
    given,
    (active?.posts ?? []) as Post[],
    (template?.posts ?? []) as Post[],
    DEFAULT,
  ].find((list) => list.length > 0)!
  const about = { talent, village, posts, policy: await policyInForce(c), today: c.var.today() }
  const { suggestions, papers, beyond } = byRules(about)
  return {
    village: { code: village.code, name: village.name },
    ...{ posts, template: template?.id ?? null, papers, beyond },
    suggestions: [
      ...suggestions,
      ...byGap(about, asked).filter(({ id: own }) => !suggestions.some((it) => it.id === own)),
      ...byCriteria(about),
      ...byNeed(about),
    ],
  }
}

const DEFAULT: Post[] = ['committee-member']

function postsIn(text: string | undefined): Post[] {
  const names = (text ?? '').split(',').filter((one) => one !== '')
  const posts = names.filter((one): one is Post => (POSTS as readonly string[]).includes(one))
  if (posts.length === names.length) return [...new Set(posts)]
  throw invalid([{ pointer: '?posts', detail: NO_POST }])
}

/** In use, for the person's groups or everybody; more groups and posts in common come first. */
function bestOf(
  templates: PlanTemplate[],
  talent: Talent,
  posts: Post[],
): PlanTemplate | undefined {
  const sources: ReadonlySet<string> = new Set(talent.sources)
  const wanted: ReadonlySet<string> = new Set(posts)
  const rated = templates
    .filter(({ isRetired }) => isRetired === 0)
    .map((template) => ({ template, ...inCommon(template, sources, wanted) }))
    .filter(({ isFor }) => isFor)
  return rated.sort((a, b) => b.posts - a.posts || b.sources - a.sources)[0]?.template
}

function inCommon(
  template: PlanTemplate,
  sources: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
) {
  const ofGroup = template.sources.filter((one) => sources.has(one)).length
  const isForAnyPost = template.posts.length === 0 || wanted.size === 0
  const ofPosts = template.posts.filter((one) => wanted.has(one)).length
  return {
    sources: ofGroup,
    posts: ofPosts,
    isFor: (template.sources.length === 0 || ofGroup > 0) && (isForAnyPost || ofPosts > 0),
  }
}

const NO_POST = {
  zh: '职务写法有误，请从列表中选择。',
  en: 'There is no such post: choose one of the list.',
}
