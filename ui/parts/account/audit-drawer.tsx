import { For, type JSX, Show } from 'solid-js'
import { exactTime } from '../../format.ts'
import type { AuditEntry, AuditPage } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { StateWord } from '../mark.tsx'
import { actionName } from './audit-actions.ts'
import { actorName, factsIn, OUTCOME_STATES, roleName, subjectName } from './audit-words.ts'

/** One entry with all that it tells. */
export function AuditDrawer(props: {
  entry: AuditEntry | null
  actors: AuditPage['actors']
  close: () => void
}) {
  return (
    <Drawer
      isOpen={props.entry !== null}
      onClose={props.close}
      title={t().audit.entry(props.entry?.sequence ?? 0)}
      hint={props.entry ? actionName(props.entry.action) : ''}
    >
      <Show when={props.entry}>{(entry) => <Entry entry={entry()} actors={props.actors} />}</Show>
    </Drawer>
  )
}

function Entry(props: { entry: AuditEntry; actors: AuditPage['actors'] }) {
  const entry = () => props.entry
  const scope = () => factsIn(entry().scope, props.actors)
  return (
    <div class="form">
      <dl class="facts">
        <Fact name={t().audit.at}>{exactTime(entry().at)}</Fact>
        <Fact name={t().audit.actor}>{actorName(entry().actor, props.actors)}</Fact>
        <Fact name={t().audit.role}>{roleName(entry().role)}</Fact>
        <Fact name={t().audit.what}>
          {actionName(entry().action)} <span class="hint">{entry().action}</span>
        </Fact>
        <Fact name={t().audit.outcome}>
          <StateWord state={OUTCOME_STATES[entry().outcome]}>
            {t().audit.outcomes[entry().outcome]}
          </StateWord>
        </Fact>
        <Show when={entry().reason}>
          {(reason) => <Fact name={t().audit.reason}>{reason()}</Fact>}
        </Show>
        <Show when={entry().role}>
          <Fact name={t().audit.scope}>
            {scope().length === 0
              ? t().audit.wholeCounty
              : scope()
                  .map(([name, value]) => (value === t().yes ? name : `${name} ${value}`))
                  .join(t().clause)}
          </Fact>
        </Show>
        <Show when={entry().policyVersion}>
          {(version) => <Fact name={t().audit.policy}>{t().shell.policy(version())}</Fact>}
        </Show>
        <Show when={entry().ruleBook}>
          {(book) => <Fact name={t().audit.ruleBook}>{book()}</Fact>}
        </Show>
        <Show when={entry().requestId}>{(id) => <Fact name={t().audit.request}>{id()}</Fact>}</Show>
      </dl>
      <section>
        <h3>{t().audit.detail}</h3>
        <Show
          when={factsIn(entry().detail, props.actors).length > 0}
          fallback={<p class="hint">{t().audit.noDetail}</p>}
        >
          <dl class="facts">
            <For each={factsIn(entry().detail, props.actors)}>
              {([name, value]) => <Fact name={name}>{value}</Fact>}
            </For>
          </dl>
        </Show>
      </section>
      <section>
        <h3>{t().audit.about}</h3>
        <Show when={entry().subjectCount > entry().subjects.length}>
          <p class="hint">{t().audit.firstSubjects(entry().subjectCount)}</p>
        </Show>
        <ul class="bullets">
          <For each={entry().subjects} fallback={<li class="hint">{t().audit.noSubjects}</li>}>
            {(id) => <li>{subjectName(id, props.actors)}</li>}
          </For>
        </ul>
      </section>
    </div>
  )
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd class="breakable">{props.children}</dd>
    </>
  )
}
