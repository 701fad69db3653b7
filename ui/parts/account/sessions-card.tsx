import { createAsync, useAction } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { endSession, ownSessionsOf } from '../../session.ts'
import type { OwnSession } from '../../types.ts'
import { t } from '../../words/index.ts'
import { useLeave } from './account-menu.tsx'
import { deviceOf } from './device.ts'
import { Refusal } from './notices.tsx'
import { createSending } from './sending.ts'

/** Where one is signed in, each with the way out. */
export function SessionsCard() {
  const answer = createAsync(() => ownSessionsOf())
  const end = useAction(endSession)
  const ending = createSending(async (id: string) => end(id))
  const leave = useLeave()
  return (
    <section class="card" aria-labelledby="sessions">
      <div class="card-head">
        <h2 id="sessions">{t().account.sessions}</h2>
        <span class="hint">{t().account.sessionsHint}</span>
      </div>
      <Show when={ending.problem()}>
        <div class="card-body">
          <Refusal problem={ending.problem()} />
        </div>
      </Show>
      <div class="scroll">
        <table class="table" aria-labelledby="sessions">
          <thead>
            <tr>
              <th scope="col">{t().account.device}</th>
              <th scope="col" class="desk-only-cell">
                {t().account.address}
              </th>
              <th scope="col" class="desk-only-cell">
                {t().account.signedInAt}
              </th>
              <th scope="col">{t().account.seenAt}</th>
              <th scope="col">
                <span class="hidden-text">{t().account.end}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={answer.latest?.sessions}>
              {(session) => (
                <SessionRow
                  session={session}
                  end={() => (session.isThis ? leave() : void ending.start(session.id))}
                />
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  )
}

function SessionRow(props: { session: OwnSession; end: () => void }) {
  const device = () => deviceWords(props.session.agent)
  return (
    <tr>
      <th scope="row" class="medium" title={props.session.agent ?? undefined}>
        {device()}{' '}
        <Show when={props.session.isThis}>
          <span class="chip accent">{t().account.thisOne}</span>
        </Show>
      </th>
      <td class="second desk-only-cell">{props.session.address ?? t().unknown}</td>
      <td class="second nowrap desk-only-cell">{dayAndTime(props.session.createdAt)}</td>
      <td class="second nowrap">{dayAndTime(props.session.seenAt)}</td>
      <td class="number">
        <button
          type="button"
          class="button slim"
          aria-label={t().account.endOf(device())}
          onClick={() => props.end()}
        >
          {t().account.end}
        </button>
      </td>
    </tr>
  )
}

function deviceWords(agent: string | null): string {
  const { browser, system } = deviceOf(agent)
  if (!browser && !system) return t().account.unknownDevice
  if (!system) return browser ?? t().account.unknownDevice
  return t().account.deviceOf(browser ?? t().account.browser, system)
}
