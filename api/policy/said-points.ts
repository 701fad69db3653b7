import { z } from 'zod'
import { INDICATORS } from '../../matching/cultivation/index.ts'
import type { Words } from '../../matching/types.ts'

type Said = { before: Words; after: Words }

/** What indicators count otherwise; null where either is no scheme of points yet. */
export function saidPoints(before: unknown, after: unknown): Said | null {
  const [old, now] = [POINTS.safeParse(before), POINTS.safeParse(after)]
  if (!old.success || !now.success) return null
  const changed = INDICATORS.filter(({ id }) => textOf(old.data[id]).zh !== textOf(now.data[id]).zh)
  const tell = (points: Points): Words =>
    joined(
      changed.map(({ id, words }) => {
        const text = textOf(points[id])
        return { zh: `${words.zh} ${text.zh}`, en: `${words.en}: ${text.en}` }
      }),
    )
  return { before: tell(old.data), after: tell(now.data) }
}

/** While it is typed a figure may lack. */
const POINTS = z.record(
  z.string(),
  z.object({ points: z.number().nullable(), most: z.number().nullable() }),
)
type Points = z.infer<typeof POINTS>

function textOf(indicator: Points[string] | undefined): Words {
  if (indicator?.points === 0) return { zh: '不计', en: 'not counted' }
  const [points, most] = [indicator?.points ?? '?', indicator?.most ?? '?']
  return {
    zh: `每次 ${points} 分、每季最多 ${most} 分`,
    en: `${points} each, ${most} a quarter at most`,
  }
}

function joined(words: Words[]): Words {
  return { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') }
}
