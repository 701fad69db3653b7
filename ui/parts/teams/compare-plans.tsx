import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { instant, totalFit } from '../../format.ts'
import type { PlanList } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'

const MOST = 4

/** Choosing finished plans to hold against the one on the screen; the order of choosing is that of the columns. */
export function ComparePlans(props: { plans: PlanList['plans']; id: string | undefined }) {
  const navigate = useNavigate()
  const [isOpen, setOpen] = createSignal(false)
  const [chosen, setChosen] = createSignal<string[]>([])
  const finished = () => props.plans.filter(({ status }) => status === 'done')
  const words = () => t().teams.plans
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  const begin = () => {
    setChosen(finished().flatMap(({ id }) => (id === props.id ? [id] : [])))
    setOpen(true)
  }
  const open = () => {
    setOpen(false)
    navigate(`/plans/comparison?ids=${chosen().join(',')}`)
  }
  return (
    <Show when={finished().length > 1}>
      <button type="button" class="button" aria-haspopup="dialog" onClick={begin}>
        <Icon name="columns" />
        {words().compare}
      </button>
      <Panel
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
        title={words().choose}
        footer={
          <>
            <span class="hint" role="status">
              {words().chosen(chosen().length)}
            </span>
            <button
              type="button"
              class="button primary push"
              disabled={chosen().length < 2}
              onClick={open}
            >
              {words().open}
            </button>
          </>
        }
      >
        <p class="hint">{words().chooseHint}</p>
        <ul class="choose-plans">
          <For each={finished()}>
            {(plan) => (
              <li>
                <label class="tick">
                  <input
                    type="checkbox"
                    class="box"
                    checked={chosen().includes(plan.id)}
                    disabled={!chosen().includes(plan.id) && chosen().length >= MOST}
                    onChange={() => toggle(plan.id)}
                  />
                  {t().plan.draft(props.plans.length - props.plans.indexOf(plan))}
                  <span class="hint">
                    {[
                      instant(plan.createdAt),
                      words().policy(plan.policyVersion),
                      ...(plan.objective === null
                        ? []
                        : [`${words().fit} ${totalFit(plan.objective)}`]),
                    ].join(t().separator)}
                  </span>
                </label>
              </li>
            )}
          </For>
        </ul>
        <Show when={chosen().length >= MOST}>
          <p class="hint">{words().most}</p>
        </Show>
      </Panel>
    </Show>
  )
}
