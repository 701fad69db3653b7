import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { Miss } from '../../types.ts'
import { say, t } from '../../words/index.ts'

export type Known = { id: string; name: string }
type Remedy = Miss['remedies'][number]
type Change = NonNullable<Remedy['change']>
type About = {
  person: (id: string) => Known | undefined
  /** Shows a person, where the page has a place for that. */
  open?: ((id: string) => void) | undefined
}

/** What would mend a miss, the cheapest first, with the people who would come in; then what is not allowed. */
export function Remedies(props: { remedies: Remedy[] } & About) {
  const allowed = () => props.remedies.filter(({ isAllowed }) => isAllowed)
  const forbidden = () => props.remedies.filter(({ isAllowed }) => !isAllowed)
  return (
    <>
      <h3 class="hint">{t().whyNot.remedies}</h3>
      <ol class="remedies">
        <For each={allowed()} fallback={<li class="hint">{t().whyNot.noRemedy}</li>}>
          {(remedy, at) => (
            <RemedyItem remedy={remedy} place={at() + 1} person={props.person} open={props.open} />
          )}
        </For>
      </ol>
      <Show when={forbidden().length > 0}>
        <h3 class="hint">{t().why.forbidden}</h3>
        <ul class="remedies">
          <For each={forbidden()}>
            {(remedy) => (
              <li class="remedy forbidden">
                <span class="medium">{say(remedy.words)}</span>
                <span class="hint">{say(remedy.effect)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}

function RemedyItem(props: { remedy: Remedy; place: number } & About) {
  const steps = () =>
    [
      t().whyNot.actions(props.remedy.actions),
      props.remedy.approvedBy
        ? t().whyNot.approval(t().level[props.remedy.approvedBy])
        : t().whyNot.noApproval,
    ].join(t().separator)
  const known = () => props.person(props.remedy.talent ?? '')
  return (
    <li class="remedy">
      <div class="remedy-title">
        <b>{props.place}</b>
        <span class="medium">{say(props.remedy.words)}</span>
      </div>
      <p class="hint">{say(props.remedy.effect)}</p>
      <Show when={props.remedy.change}>
        {(change) => <TeamChange change={change()} person={props.person} open={props.open} />}
      </Show>
      <div class="row wrap">
        <span class="chip">{steps()}</span>
        <Show when={props.open && known()}>
          {(person) => (
            <button
              type="button"
              class="button slim push"
              onClick={() => props.open?.(person().id)}
            >
              {t().whyNot.look(personName(person().name))}
            </button>
          )}
        </Show>
      </div>
    </li>
  )
}

/** Who would come in with which posts, and who would leave. */
function TeamChange(props: { change: Change } & About) {
  const nameOf = (id: string) => personName(props.person(id)?.name ?? id)
  const isSame = () => props.change.comes.length + props.change.leaves.length === 0
  return (
    <Show when={!isSame()}>
      <dl class="team-change">
        <Show when={props.change.comes.length > 0}>
          <dt>{t().why.comes}</dt>
          <dd>
            <For each={props.change.comes}>
              {({ talent, posts }) => (
                <span>
                  {nameOf(talent)}
                  <span class="hint">
                    {' '}
                    {posts.map((post) => t().shortlist.postName[post]).join(t().separator)}
                  </span>
                </span>
              )}
            </For>
          </dd>
        </Show>
        <Show when={props.change.leaves.length > 0}>
          <dt>{t().why.leaves}</dt>
          <dd>
            <For each={props.change.leaves}>{(talent) => <span>{nameOf(talent)}</span>}</For>
          </dd>
        </Show>
      </dl>
    </Show>
  )
}
