import { Show } from 'solid-js'
import { oneDecimal, wholePercent } from '../../format.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { useRobust } from './robust.ts'
import { errorText, shareText } from './share-text.ts'

/** How often a person comes first and among the first, and whether the order with the next is settled. */
export function Standing(props: { talent: string; isLast: boolean }) {
  const robust = useRobust()
  return (
    <Show
      when={robust.standing(props.talent)}
      fallback={<span class="hint">{robust.known() ? t().dash : t().robustness.working}</span>}
    >
      {(standing) => (
        <div
          class="rank-standing"
          title={t().robustness.expected(oneDecimal(standing().expectedRank))}
        >
          <span class="nowrap">
            <b>{t().robustness.first(shareText(standing().first))}</b>{' '}
            <span class="hint">{errorText(standing().first)}</span>
          </span>
          <Show when={isTold(robust.known()?.k, robust.known()?.people.length)}>
            <span class="nowrap second">
              {t().robustness.top(robust.known()?.k ?? 0, shareText(standing().top))}{' '}
              <span class="hint">{errorText(standing().top)}</span>
            </span>
          </Show>
          <OpenOrder talent={props.talent} isLast={props.isLast} />
        </div>
      )}
    </Show>
  )
}

/** Among the first three of three is everybody. */
const isTold = (k = 0, people = 0) => k > 1 && people > k

function OpenOrder(props: { talent: string; isLast: boolean }) {
  const robust = useRobust()
  return (
    <Show when={!props.isLast && robust.openWithNext(props.talent)}>
      {(share) => (
        <span class="chip open" title={t().robustness.openShare(wholePercent(share()))}>
          <Icon name="swap" />
          <span aria-hidden="true">{t().robustness.open}</span>
          <span class="hidden-text">{t().robustness.openShare(wholePercent(share()))}</span>
        </span>
      )}
    </Show>
  )
}
