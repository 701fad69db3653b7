import { z } from 'zod'
import type { ReviewStage, Signer, Words } from '../../matching/index.ts'
import { StageShape } from '../shapes/policy.ts'
import { facetsOf } from './stage-words.ts'

type Said = { before: Words; after: Words }
type Side = { stages: ReviewStage[]; signers: readonly Signer[] }

/** What stages came, went and changed, and whether their order did; null where either is no list of stages yet. */
export function saidStages(
  before: unknown,
  after: unknown,
  signers: { before: readonly Signer[]; after: readonly Signer[] },
): Said | null {
  const [old, now] = [STAGES.safeParse(before), STAGES.safeParse(after)]
  if (!old.success || !now.success) return null
  const [was, is] = [
    { stages: old.data, signers: signers.before },
    { stages: now.data, signers: signers.after },
  ]
  const parts = [...gone(was, is), ...came(was, is), ...changed(was, is), ...reordered(was, is)]
  return {
    before: joined(parts.map((it) => it.before)),
    after: joined(parts.map((it) => it.after)),
  }
}

const STAGES = z.array(StageShape)

const idsOf = ({ stages }: Side) => stages.map(({ id }) => id)

function gone({ stages }: Side, now: Side): Said[] {
  return stages
    .filter(({ id }) => !idsOf(now).includes(id))
    .map(({ words: { zh, en } }) => ({
      before: { zh: `有“${zh}”`, en: `“${en}” is there` },
      after: { zh: `取消“${zh}”`, en: `“${en}” is dropped` },
    }))
}

function came(was: Side, { stages, signers }: Side): Said[] {
  return stages.flatMap((stage, at) => {
    if (idsOf(was).includes(stage.id)) return []
    const { level, days } = facetsOf(stage, signers)
    const { zh, en } = stage.words
    return [
      {
        before: { zh: `无“${zh}”`, en: `no “${en}”` },
        after: {
          zh: `新增“${zh}”（第 ${at + 1} 个环节，${level!.said.zh}，${days!.said.zh}）`,
          en: `“${en}” is added (stage ${at + 1}, ${level!.said.en}, ${days!.said.en})`,
        },
      },
    ]
  })
}

function changed(was: Side, is: Side): Said[] {
  return is.stages.flatMap((stage) => {
    const earlier = was.stages.find(({ id }) => id === stage.id)
    if (!earlier) return []
    const [old, now] = [facetsOf(earlier, was.signers), facetsOf(stage, is.signers)]
    return Object.entries(now).flatMap(([key, { words, said }]) => {
      const before = old[key]!.said
      if (before.zh === said.zh && before.en === said.en) return []
      const name = earlier.words
      const tell = (value: Words): Words => ({
        zh: `“${name.zh}”${words.zh}：${value.zh}`,
        en: `“${name.en}” ${words.en}: ${value.en}`,
      })
      return [{ before: tell(before), after: tell(said) }]
    })
  })
}

/** The order of those that are in both. */
function reordered(was: Side, is: Side): Said[] {
  const [old, now] = [idsOf(was), idsOf(is)]
  const stayed = (ids: string[], others: string[]) => ids.filter((id) => others.includes(id))
  if (stayed(old, now).join() === stayed(now, old).join()) return []
  return [{ before: order(was), after: order(is) }]
}

function order({ stages }: Side): Words {
  const named = (language: 'zh' | 'en') => stages.map(({ words }) => words[language]).join(' → ')
  return { zh: `次序：${named('zh')}`, en: `Order: ${named('en')}` }
}

function joined(words: Words[]): Words {
  if (words.length === 0) return { zh: '（无）', en: '(none)' }
  return { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') }
}
