import { createAsync } from '@solidjs/router'
import { createSignal, createUniqueId, For, Show, Suspense } from 'solid-js'
import { instant } from '../../format.ts'
import { policiesToPlanBy } from '../../planning.ts'
import type { PlanQuestion } from '../../queries.ts'
import { useRoles } from '../../session.ts'
import type { PlanList } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field, TextField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import type { Wishes } from './draft.ts'

type Limits = PlanList['limits']['county']
type Settings = Pick<PlanQuestion, 'policyVersion' | 'draft' | 'gap' | 'timeLimitSeconds'>

/** How a plan is to be computed: by which policy, and when to be content. */
export function PlanForm(props: {
  isOpen: boolean
  close: () => void
  title: string
  limits: Limits
  wishes: Wishes
  start: (settings: Settings & Partial<Wishes>) => Promise<unknown>
}) {
  const id = createUniqueId()
  const fields = createFields(() => props.limits)
  const sending = createSending(async () => {
    const settings = fields.settings()
    if (!settings) return
    await props.start({ ...settings, ...(fields.isWithWishes() && props.wishes) })
    props.close()
  })
  const error = (field: 'gap' | 'timeLimitSeconds') =>
    (fields.isTried() ? fields.errors()[field] : undefined) ?? sending.errorAt(field)
  const begin = (event: Event) => {
    event.preventDefault()
    fields.tryIt()
    void sending.start()
  }
  return (
    <Panel
      isOpen={props.isOpen}
      onClose={props.close}
      title={props.title}
      footer={
        <>
          <button type="button" class="button" onClick={() => props.close()}>
            {t().planning.form.cancel}
          </button>
          <button
            type="submit"
            form={id}
            class="button primary push"
            aria-disabled={sending.isBusy()}
          >
            {sending.isBusy() ? t().accounts.working : t().planning.form.start}
          </button>
        </>
      }
    >
      <form id={id} class="form" novalidate onSubmit={begin}>
        <Refusal problem={sending.problem()} fields={['gap', 'timeLimitSeconds']} />
        <Suspense fallback={<p class="hint">{t().shell.loading}</p>}>
          <PolicyChoice value={fields.policy()} set={fields.setPolicy} />
        </Suspense>
        <Show when={props.wishes.pins.length + props.wishes.exclusions.length > 0}>
          <label class="row">
            <input
              type="checkbox"
              name="wishes"
              checked={fields.isWithWishes()}
              onChange={(event) => fields.setWithWishes(event.currentTarget.checked)}
            />
            {t().planning.form.with(props.wishes.pins.length, props.wishes.exclusions.length)}
          </label>
        </Show>
        <details open={fields.hasErrors()}>
          <summary class="row">
            <Icon name="right" />
            {t().planning.form.advanced}
          </summary>
          <div class="form folded">
            <TextField
              name="gap"
              label={t().planning.form.gap}
              hint={t().planning.form.gapHint}
              error={error('gap')}
              inputmode="text"
              value={fields.gap()}
              set={fields.setGap}
            />
            <TextField
              name="time"
              label={t().planning.form.time}
              hint={t().planning.form.timeHint(props.limits.mostSeconds)}
              error={error('timeLimitSeconds')}
              inputmode="numeric"
              value={fields.time()}
              set={fields.setTime}
            />
          </div>
        </details>
        <p class="hint">{t().planning.form.hint}</p>
      </form>
    </Panel>
  )
}

/** The version in force first, then the account's draft, then what was in force before. */
function PolicyChoice(props: { value: string; set: (value: string) => void }) {
  const has = useRoles()
  const known = createAsync(() => policiesToPlanBy(has('county')))
  return (
    <Show when={known()}>
      {(policies) => (
        <Field
          label={t().planning.form.policy}
          hint={props.value === 'draft' ? t().planning.form.draftHint : undefined}
        >
          {(given) => (
            <select
              {...given()}
              class="input"
              name="policy"
              value={props.value}
              onChange={(event) => props.set(event.currentTarget.value)}
            >
              <For each={policies().versions}>
                {({ version, createdAt }, at) => (
                  <option value={at() === 0 ? '' : String(version)}>
                    {at() === 0
                      ? t().planning.form.inForce(version)
                      : t().planning.form.version(version, instant(createdAt))}
                  </option>
                )}
              </For>
              <Show when={policies().hasDraft}>
                <option value="draft">{t().planning.form.draft}</option>
              </Show>
            </select>
          )}
        </Field>
      )}
    </Show>
  )
}

/** What stands in the fields, as the server takes it; nothing while one of them is wrong. */
function createFields(limits: () => Limits) {
  const [policy, setPolicy] = createSignal('')
  const [gap, setGap] = createSignal(String(limits().gap * 100))
  const [time, setTime] = createSignal(String(limits().timeLimitSeconds))
  const [isWithWishes, setWithWishes] = createSignal(true)
  const [isTried, setTried] = createSignal(false)
  const errors = () => ({
    gap: errorOf(gap(), 0, limits().mostGap * 100),
    timeLimitSeconds: errorOf(time(), 1, limits().mostSeconds),
  })
  const hasErrors = () => isTried() && Object.values(errors()).some((one) => one !== undefined)
  function settings(): Settings | null {
    if (Object.values(errors()).some((one) => one !== undefined)) return null
    const asked = { gap: Number(gap()) / 100, timeLimitSeconds: Number(time()) }
    if (policy() === 'draft') return { ...asked, draft: true }
    return policy() === '' ? asked : { ...asked, policyVersion: Number(policy()) }
  }
  return {
    ...{ policy, setPolicy, gap, setGap, time, setTime, isTried, errors, hasErrors, settings },
    ...{ isWithWishes, setWithWishes },
    tryIt: () => void setTried(true),
  }
}

function errorOf(text: string, least: number, most: number): string | undefined {
  const value = Number(text)
  const isNumber = text.trim() !== '' && Number.isFinite(value) && value >= least && value <= most
  return isNumber ? undefined : t().planning.form.notANumber(least, most)
}
