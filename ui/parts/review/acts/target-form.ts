import { POSTS } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import { type ActDraft, type ActForm, oneOf, textOf } from './field.ts'

const f = () => t().review.field
const isSeat = (draft: ActDraft) => draft.seat === 'posts'

/** Another seat, or none: the way begins anew. */
export const TARGET_FORM: ActForm = {
  fields: () => [
    {
      ...{ id: 'seat', kind: 'choice', label: () => f().seat },
      choices: () => [
        { value: 'posts', name: f().seatPosts },
        { value: 'pool', name: f().seatPool },
      ],
    },
    { id: 'village', kind: 'village', label: () => f().village, isAsked: isSeat },
    { id: 'posts', kind: 'posts', label: () => f().posts, isAsked: isSeat },
    { id: 'reason', kind: 'area', maxlength: 500, label: () => f().reason },
  ],
  body: (draft) => ({
    ...{ kind: 'target', reason: textOf(draft, 'reason') },
    ...(isSeat(draft)
      ? { village: textOf(draft, 'village'), posts: postsOf(draft) }
      : { village: null, posts: [] }),
  }),
}

function postsOf(draft: ActDraft) {
  return textOf(draft, 'posts')
    .split(',')
    .map((post) => oneOf(POSTS, post))
}
