import { revalidate, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { changeSettings, settingsOf as storedSettings } from '../../administration.ts'
import { isOfType, type ProblemDetails } from '../../client.ts'
import type { Settings, SettingsAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { warnOnLeave } from './leaving.ts'
import { Done, Refusal, Stale } from './notices.tsx'
import { createSending, type Errors, hasErrors } from './sending.ts'
import {
  draftOf,
  errorsOf,
  type Figure,
  type SettingsDraft,
  settingsOf,
  wordsOf,
} from './settings-draft.ts'
import { FigureField, Group, Roles } from './settings-fields.tsx'

export function SettingsForm(props: { answer: SettingsAnswer }) {
  // What the author saw; it changes only when it is saved or read again on purpose.
  const [seen, setSeen] = createSignal(props.answer)
  const [draft, setDraft] = createSignal(draftOf(props.answer.settings))
  const [errors, setErrors] = createSignal<Errors<Figure>>({})
  const [isCompared, setCompared] = createSignal(false)
  const [said, setSaid] = createSignal<string | null>(null)
  const send = useAction(changeSettings)
  const sending = createSending(async () => {
    const answer = await send(seen().version, settingsOf(draft()))
    setSeen(answer)
    setCompared(false)
    setSaid(t().settings.saved(answer.version))
  })
  const reloading = createSending(async () => {
    await revalidate(storedSettings.key)
    setSeen(await storedSettings())
    setCompared(true)
    sending.clear()
  })
  const isDirty = () => !same(settingsOf(draftOf(seen().settings)), settingsOf(draft()))
  warnOnLeave(isDirty)
  const set = (change: Partial<SettingsDraft>) => {
    setSaid(null)
    setDraft((before) => ({ ...before, ...change }))
  }
  /** Another value that is stored now. */
  const now = (name: keyof Settings) =>
    isCompared() && !same(draftOf(seen().settings)[name], draft()[name])
      ? t().settings.nowIs(wordsOf(seen().settings, name))
      : undefined
  const figures = () => ({ draft: draft(), set, errors: errors(), now })
  function submit() {
    setErrors(errorsOf(draft()))
    if (hasErrors(errors())) return
    if (isDirty()) void sending.start()
    else setSaid(t().settings.same)
  }
  return (
    <form
      class="settings"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Group title={t().settings.factor} hint={now('secondFactorFor') ?? t().settings.factorHint}>
        <Roles chosen={draft().secondFactorFor} set={(roles) => set({ secondFactorFor: roles })} />
      </Group>
      <Group title={t().settings.session}>
        <FigureField figure="idleMinutes" hint={t().settings.idleHint} {...figures()} />
        <FigureField figure="sessionHours" hint={t().settings.sessionHint} {...figures()} />
      </Group>
      <Group title={t().settings.lock}>
        <FigureField figure="lockAfter" hint={t().settings.lockAfterHint} {...figures()} />
        <FigureField figure="lockMinutes" hint={t().settings.lockHint} {...figures()} />
      </Group>
      <Group title={t().settings.identity} hint={now('identityCheck')}>
        <IdentityCheck
          chosen={draft().identityCheck}
          set={(identityCheck) => set({ identityCheck })}
        />
      </Group>
      <Group
        title={t().settings.calendar}
        hint={now('hasCalendarFile') ?? t().settings.calendarHint}
      >
        <label class="tick">
          <input
            type="checkbox"
            checked={draft().hasCalendarFile}
            onChange={(event) => set({ hasCalendarFile: event.currentTarget.checked })}
          />
          {t().settings.hasCalendarFile}
        </label>
      </Group>
      <div class="settings-foot">
        <Show when={isStale(sending.problem())} fallback={<Refusal problem={sending.problem()} />}>
          <Stale text={t().settings.stale} reload={() => void reloading.start()} />
        </Show>
        <Done text={said()} />
        <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? t().settings.saving : t().settings.save}
        </button>
      </div>
    </form>
  )
}

function IdentityCheck(props: {
  chosen: Settings['identityCheck']
  set: (chosen: Settings['identityCheck']) => void
}) {
  return (
    <div>
      <For each={['refuse', 'warn'] as const}>
        {(one) => (
          <label class="tick">
            <input
              type="radio"
              name="identity"
              checked={props.chosen === one}
              onChange={() => props.set(one)}
            />
            {t().settings[one]}
          </label>
        )}
      </For>
    </div>
  )
}

const isStale = (problem: ProblemDetails | null) => problem !== null && isOfType(problem, 'changed')

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
