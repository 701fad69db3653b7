import type { Channel, NominationBody, StoredDraft } from '../../nominate.ts'
import { type Person, POSTS, type Post } from '../../types.ts'
import { t } from '../../words/index.ts'
import type { Errors } from '../account/sending.ts'

/** Null: for the pool only; empty: not chosen yet. */
type Village = string | null
/** What stands on a paper, as typed. */
export type Paper = {
  person: Person | null
  channel: Channel
  nominator: string
  relation: string
  jointNames: string
  reason: string
  village: Village
  posts: Post[]
  isOnPaper: boolean
}
export type PaperField = 'person' | 'nominator' | 'jointNames' | 'reason' | 'village' | 'posts'

export const CHANNELS: readonly Channel[] = ['self', 'recommended', 'discovered']

export const blank = (village: Village): Paper => ({
  ...{ person: null, channel: 'recommended', nominator: '', relation: '', jointNames: '1' },
  ...{ reason: '', village, posts: [], isOnPaper: true },
})

/** The next one of the pile: of the same village and channel. */
export const nextOf = ({ channel, village, isOnPaper }: Paper): Paper => ({
  ...blank(village),
  ...{ channel, isOnPaper },
})

/** Whether anything was typed that would be missed. */
export const isTyped = ({ person, nominator, relation, reason, posts }: Paper) =>
  person !== null || [nominator, relation, reason].some((text) => text.trim()) || posts.length > 0

/** Whoever proposes themselves is the nominator and signs alone. */
export function bodyOf(paper: Paper, id: string, round: string): NominationBody {
  const { person, channel, reason, village, posts, isOnPaper } = paper
  const isSelf = channel === 'self'
  return {
    ...{ id, round, talent: person?.id ?? '', channel, reason: reason.trim(), isOnPaper },
    nominator: isSelf ? (person?.name ?? '') : paper.nominator.trim(),
    relation: isSelf ? '' : paper.relation.trim(),
    jointNames: isSelf ? 1 : Number(paper.jointNames),
    ...{ village, posts: village === null ? [] : posts },
  }
}

export function errorsOf(paper: Paper): Errors<PaperField> {
  const need = t().nominate.need
  const isByOthers = paper.channel !== 'self'
  const isCount = /^[1-9]\d{0,4}$/.test(paper.jointNames.trim())
  return {
    ...(paper.person === null && { person: need.person }),
    ...(isByOthers && paper.nominator.trim() === '' && { nominator: need.nominator }),
    ...(isByOthers && !isCount && { jointNames: need.jointNames }),
    ...(paper.reason.trim() === '' && { reason: need.reason }),
    ...(paper.village === '' && { village: need.village }),
    ...(paper.village !== null && paper.posts.length === 0 && { posts: need.posts }),
  }
}

/** What is kept of it besides round and person; names of people other than the nominator are not. */
export function draftBodyOf({ person: _, ...typed }: Paper): Record<string, unknown> {
  return typed
}

/** A draft as it was kept, whatever version of the form kept it. */
export function paperOf({ body }: StoredDraft, person: Person | null, village: Village): Paper {
  const start = blank(village)
  const text = (key: 'nominator' | 'relation' | 'jointNames' | 'reason') => {
    const value = body[key]
    return typeof value === 'string' ? value : start[key]
  }
  const { posts, isOnPaper } = body
  return {
    ...{ person, nominator: text('nominator'), relation: text('relation') },
    ...{ jointNames: text('jointNames'), reason: text('reason') },
    channel: CHANNELS.find((one) => one === body.channel) ?? start.channel,
    village: typeof body.village === 'string' || body.village === null ? body.village : village,
    posts: Array.isArray(posts) ? POSTS.filter((post) => posts.includes(post)) : [],
    isOnPaper: typeof isOnPaper === 'boolean' ? isOnPaper : true,
  }
}
