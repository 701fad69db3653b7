import { A, createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { oneDecimal } from '../../format.ts'
import { type Weighting, weighedOf } from '../../policy.ts'
import { CRITERIA } from '../../types.ts'
import { t } from '../../words/index.ts'
import { useDraft } from './draft.ts'

/** So many criteria are named. */
const NAMED = 3

/** How a post is weighed, in a line, and the way to the page that changes it. */
export function WeightingLine(props: { name: string; pointer: string; value: unknown }) {
  const draft = useDraft()
  const weighting = () => props.value as Weighting
  const weighed = createAsync(() => weighedOf(weighting()).catch(() => null))
  const post = () => props.pointer.split('/').pop() ?? ''
  const first = () => {
    const weights = weighed.latest?.weights
    if (!weights) return ''
    return [...CRITERIA]
      .sort((a, b) => weights[b] - weights[a])
      .slice(0, NAMED)
      .map((id) => `${t().criterion[id]} ${oneDecimal(weights[id] * 100)}%`)
      .join(t().comma)
  }
  return (
    <span class="weighting-line">
      <span class="chip">{t().policy.weighting.methods[weighting().method]}</span>
      <span>{first() ? t().policy.weighting.first(first()) : t().policy.weighting.broken}</span>
      <Show when={draft}>
        <A
          class="button slim"
          href={`/policy/weights?post=${post()}`}
          aria-label={t().policy.weighting.openOf(props.name)}
        >
          {t().policy.weighting.open}
        </A>
      </Show>
    </span>
  )
}
