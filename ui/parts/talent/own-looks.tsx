import { createAsync } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { earlierLooks, looksOf } from '../../people.ts'
import type { Look, LooksAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { type GroupOfLooks, groupedByDay } from './looks.ts'

/** Who looked at the own record, by day; offices, never names. */
export function OwnLooks() {
  const first = createAsync(() => looksOf())
  const [earlier, setEarlier] = createSignal<LooksAnswer[]>([])
  const pages = () => [first.latest, ...earlier()].filter((page) => page !== undefined)
  const next = () => pages().at(-1)?.next ?? null
  const adding = createSending(async (before: number) => {
    const page = await earlierLooks(before)
    setEarlier((known) => [...known, page])
  })
  const days = createMemo(() => groupedByDay(pages().flatMap(({ looks }) => looks)))
  return (
    <section class="card" aria-labelledby="looks">
      <div class="card-head">
        <h2 id="looks">{t().record.looks}</h2>
        <span class="hint">{t().record.looksHint}</span>
      </div>
      <div class="card-body">
        <Refusal problem={adding.problem()} />
        <For each={days()} fallback={<p class="hint">{t().record.looksNone}</p>}>
          {({ day, groups }) => (
            <section class="look-day">
              <h3>{day}</h3>
              <ul class="looks">
                <For each={groups}>{(group) => <LookLine group={group} />}</For>
              </ul>
            </section>
          )}
        </For>
        <Show when={next()}>
          {(before) => (
            <button
              type="button"
              class="button paper-hidden"
              aria-disabled={adding.isBusy()}
              onClick={() => void adding.start(before())}
            >
              {adding.isBusy() ? t().record.loading : t().record.earlier}
            </button>
          )}
        </Show>
      </div>
    </section>
  )
}

function LookLine(props: { group: GroupOfLooks }) {
  return (
    <li>
      <span class="hint nowrap">{props.group.times}</span>
      <span>
        <span class="medium">{officeOf(props.group)}</span> {whatOf(props.group)}
        <Show when={props.group.count > 1}>
          {' '}
          <span class="chip">{t().record.times(props.group.count)}</span>
        </Show>
        <Show when={props.group.reason}>
          {(reason) => <span class="block second">{t().record.why(reason())}</span>}
        </Show>
      </span>
    </li>
  )
}

function officeOf({ office, role }: Pick<Look, 'office' | 'role'>): string {
  if (office) return office
  return role && isRole(role) ? t().role[role] : t().record.byProgram
}

function isRole(role: string): role is keyof ReturnType<typeof t>['role'] {
  return role in t().role
}

function whatOf({ kind, field }: Pick<Look, 'kind' | 'field'>): string {
  const fields: Record<string, string> = t().talent.field
  const name = field === null ? undefined : fields[field]
  return kind === 'reveal' && name ? t().record.revealOf(name) : t().record.kinds[kind]
}
