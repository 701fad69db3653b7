/** In the order in which they are offered: the committee first, which everybody may stand for. */
export const POSTS_TO_WISH = [
  'committee-member',
  'chair',
  'party-member',
  'secretary',
  'supervisor',
  'supervision-head',
] as const
export type WishPost = (typeof POSTS_TO_WISH)[number]
