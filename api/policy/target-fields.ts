import { targets, targetWords } from '../../matching/index.ts'
import { TARGETS, type TargetId } from '../../matching/types.ts'
import { choice, choicesOf, flag, type Row, row, type Section } from './field.ts'
import { OURS, sourceWords } from './sources.ts'
import { agesOf, BOUNDS } from './target-bounds.ts'
import { HELP, LONG, TIER_WORDS } from './target-words.ts'

/** These two count people who are free; they stand with the reserves. */
const OF_RESERVES = ['margin', 'depth'] as const

/** What teams should reach, in reading order. */
export const targetSection: Section = {
  id: 'targets',
  words: { zh: '结构目标', en: 'Targets of a team' },
  help: {
    zh: '等次高的先满足：法定在前，政策其次，期望最后；达不到的会写明差多少、为什么',
    en: 'Higher tiers come first: law, then policy, then wishes. What cannot be reached is said, with the reason',
  },
  rows: inOrder().map(targetRow),
}

/** A target as a line: on or off, its tier, and the bound where it has one. */
export function targetRow(id: TargetId): Row {
  const at = `#/targets/${id}`
  const source = targets.find((target) => target.id === id)?.source
  return row(
    id,
    LONG[id] ?? targetWords(id),
    [
      flag(`${at}/isOn`, { zh: '启用', en: 'In use' }),
      choice(`${at}/tier`, choicesOf(TIER_WORDS), { zh: '等次', en: 'Tier' }),
      ...(BOUNDS[id] ?? []),
      ...agesOf(id),
    ],
    { help: HELP[id] ?? null, source: source === undefined ? OURS : sourceWords(source) },
  )
}

function inOrder(): TargetId[] {
  const linear = targets.map(({ id }) => id)
  const rest = TARGETS.filter((id) => !linear.includes(id))
  return [...linear, ...rest].filter((id) => !(OF_RESERVES as readonly string[]).includes(id))
}
