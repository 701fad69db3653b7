import { createAsync, useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import {
  type ActionAssigned,
  type AssignedMany,
  assignActions,
  assigneesOf,
  type CheckedVillage,
  checkingOf,
} from '../../readiness.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Skeleton } from '../states.tsx'
import { ManyVillages } from './many-villages.tsx'

const w = () => t().readiness.many

/** What will be done, village by village, before it is done; sent once however often it is clicked. */
export function ManyCheck(props: {
  given: ActionAssigned
  back: () => void
  assigned: (answer: AssignedMany, villages: CheckedVillage[]) => void
}) {
  const checking = createAsync(() => {
    const { villages, indicator, what, assignee } = props.given
    return checkingOf(villages, indicator, what, assignee)
  })
  const assign = useAction(assignActions)
  const sending = createSending(async (villages: CheckedVillage[]) =>
    props.assigned(await assign(props.given), villages),
  )
  const fresh = () => checking()?.villages.filter(({ isSame }) => !isSame).length ?? 0
  return (
    <div class="form">
      <h3>{w().checkTitle}</h3>
      <Refusal problem={sending.problem()} />
      <Show when={checking()} fallback={<Skeleton rows={6} />}>
        {(known) => (
          <>
            <Will given={props.given} fresh={fresh()} all={known().villages.length} />
            <ManyVillages
              villages={known().villages}
              outcome={(one) => (one.isSame ? w().same : w().will1)}
              isQuiet={({ isSame }) => isSame}
            />
            <div class="row wrap">
              <button type="button" class="button" onClick={() => props.back()}>
                {w().back}
              </button>
              <Show when={fresh() > 0}>
                <button
                  type="button"
                  class="button primary push"
                  aria-disabled={sending.isBusy()}
                  onClick={() => void sending.start(known().villages)}
                >
                  {sending.isBusy() ? t().readiness.assigning.doing : w().do(fresh())}
                </button>
              </Show>
            </div>
          </>
        )}
      </Show>
    </div>
  )
}

function Will(props: { given: ActionAssigned; fresh: number; all: number }) {
  const accounts = createAsync(() => assigneesOf(props.given.villages))
  const who = () => {
    const { assignee } = props.given
    if ('office' in assignee) return assignee.office
    return accounts()?.accounts.find(({ id }) => id === assignee.account)?.name ?? t().unknown
  }
  const { dueOn } = props.given
  return (
    <div>
      <p class="medium">{props.given.what}</p>
      <p>
        {w().will(props.fresh, who())}
        {t().clause}
        {dueOn ? w().willUntil(dueOn) : w().willNoDay}
      </p>
      <Show when={props.all > props.fresh}>
        <p class="hint">{w().passes(props.all - props.fresh)}</p>
      </Show>
    </div>
  )
}
