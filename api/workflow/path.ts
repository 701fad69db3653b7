import type { ReviewStage } from '../../matching/index.ts'
import type { Act, File, Nominee, StageOfPath } from './file.ts'

/** The stages that a nominee goes through. Reserves are not elected: nothing after the notice concerns them. */
export function pathOf({ procedure, kind, nominee }: Pick<File, 'procedure' | 'kind' | 'nominee'>) {
  return procedure.stages
    .filter((stage) => concerns(stage, nominee, kind))
    .map((stage): StageOfPath => ({ ...stage, signersNeeded: signersFor(stage, nominee) }))
}

/** Where the file is, or null behind the last stage. */
export function stageOf(file: File): StageOfPath | null {
  return pathOf(file).find(({ id }) => id === file.nominee.stage) ?? null
}

/** The first stage, or `settled` where the procedure has none for this person. */
export function firstStage(file: Pick<File, 'procedure' | 'kind' | 'nominee'>): string {
  return pathOf(file)[0]?.id ?? 'settled'
}

/** The stage after the present one; null behind the last. */
export function nextStage(file: File): StageOfPath | null {
  const path = pathOf(file)
  return path[path.findIndex(({ id }) => id === file.nominee.stage) + 1] ?? null
}

/** Acts that count: those of before another seat was chosen were signed for another seat; superseded ones are history. */
export function standingActs({ acts }: Pick<File, 'acts'>): Act[] {
  const moved = acts.findLast(({ body }) => body.kind === 'target' && !body.keeps)
  const from = moved?.sequence ?? 0
  const superseded = new Set(acts.map(({ supersedes }) => supersedes))
  return acts.filter(({ id, sequence }) => sequence > from && !superseded.has(id))
}

/** The acts of a kind that count at a stage, the latest last. */
export function actsAt<Kind extends Act['body']['kind']>(file: File, stage: string, kind: Kind) {
  return standingActs(file).filter(
    (act): act is Act & { body: Extract<Act['body'], { kind: Kind }> } =>
      act.stage === stage && act.body.kind === kind,
  )
}

export function isForPost({ posts }: Pick<Nominee, 'posts'>): boolean {
  return posts.length > 0
}

/** The seat that somebody stands for already. */
export function isSameSeat(
  { village, posts }: Pick<Nominee, 'village' | 'posts'>,
  other: { village: string | null; posts: readonly string[] },
): boolean {
  return (
    village === other.village && new Set(posts).symmetricDifference(new Set(other.posts)).size === 0
  )
}

const AFTER_NOTICE = ['approval', 'election', 'filing']

function concerns(stage: ReviewStage, nominee: Nominee, kind: File['kind']): boolean {
  if (kind === 'reserve' && AFTER_NOTICE.includes(stage.kind)) return false
  if (stage.for === 'everybody') return true
  if (stage.for === 'posts') return isForPost(nominee)
  return nominee.posts.includes('secretary')
}

/** Positions that all sign at a stage about somebody proposed for these posts. */
export function signersFor(
  { signers, signersFor: whom }: ReviewStage,
  { posts }: Pick<Nominee, 'posts'>,
): string[] {
  const isCombined = posts.includes('secretary') && posts.includes('chair')
  return whom === 'everybody' || isCombined ? signers : []
}
