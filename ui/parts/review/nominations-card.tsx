import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { Nomination } from '../../review.ts'
import { t } from '../../words/index.ts'
import { seatOf, shortDay } from './say.ts'

/** Every nomination of the group with its reason; one that was taken back stays, struck. */
export function NominationsCard(props: { nominations: readonly Nomination[] }) {
  const standing = () => props.nominations.filter(({ withdrawnAt }) => withdrawnAt === null)
  const names = () => standing().reduce((sum, { jointNames }) => sum + Math.max(1, jointNames), 0)
  return (
    <section class="card" aria-labelledby="nominations">
      <div class="card-head">
        <h2 id="nominations">{t().review.nominations}</h2>
        <span class="hint">{t().review.nominationsHint(standing().length, names())}</span>
      </div>
      <div class="card-body">
        <ul class="nominations">
          <For
            each={props.nominations}
            fallback={<li class="hint">{t().review.empty.noNominations}</li>}
          >
            {(one) => (
              <li>
                <p class="row wrap">
                  <span class="hint when">{shortDay(one.createdAt)}</span>
                  <b class="medium">{t().review.channel[one.channel]}</b>
                  <span>{nominatorOf(one)}</span>
                  <span class="hint">{seatOf(one)}</span>
                  <Show when={one.jointNames > 1}>
                    <span class="chip accent">{t().review.jointNames(one.jointNames)}</span>
                  </Show>
                  <Show when={one.isOnPaper}>
                    <span class="chip">{t().review.onPaper}</span>
                  </Show>
                  <Show when={one.isLate}>
                    <span class="chip">{t().review.late}</span>
                  </Show>
                  <Show when={one.plan}>
                    <span class="chip">{t().review.fromPlan}</span>
                  </Show>
                  <Show when={one.withdrawnAt}>
                    {(at) => (
                      <span class="chip open">
                        {t().review.taken} {shortDay(at())}
                      </span>
                    )}
                  </Show>
                </p>
                <Show when={one.reason}>
                  <p classList={{ struck: one.withdrawnAt !== null }}>{one.reason}</p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}

function nominatorOf({ nominator, relation, channel }: Nomination): string {
  if (channel === 'self') return ''
  return [personName(nominator), ...(relation ? [relation] : [])].join(t().separator)
}
