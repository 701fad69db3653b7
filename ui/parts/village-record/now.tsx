import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { percent } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import type { VillageRecord } from '../../village-record.ts'
import { say, t } from '../../words/index.ts'
import { Unknown } from '../states.tsx'
import { figureText } from './shown.ts'

/** The newest known figures, each with its day and source; the committees and the leader. */
export function Now(props: { record: VillageRecord }) {
  const words = () => t().villageRecord
  return (
    <section class="card" aria-labelledby="record-now">
      <div class="card-head">
        <h2 id="record-now">{words().now}</h2>
      </div>
      <dl class="record-figures">
        <For each={props.record.figures}>
          {(figure) => (
            <div>
              <dt>{words().figures[figure.id]}</dt>
              <dd>{figure.value === null ? <Unknown /> : figureText(figure.id, figure.value)}</dd>
              <Show when={figure.source}>
                {(source) => (
                  <dd class="hint">
                    {figure.on === null ? say(source()) : words().asOf(figure.on, say(source()))}
                  </dd>
                )}
              </Show>
            </div>
          )}
        </For>
      </dl>
      <dl class="record-place">
        <dt>{words().place.trades}</dt>
        <dd>{props.record.trades.join(t().comma) || words().unknown}</dd>
        <dt>{words().place.terrain}</dt>
        <dd>{props.record.terrain ? words().terrain[props.record.terrain] : words().unknown}</dd>
        <dt>{words().place.term}</dt>
        <dd>{termText(props.record)}</dd>
        <dt>{words().place.leader}</dt>
        <dd>{leadersOf(props.record) || words().unknown}</dd>
        <dt>{words().committees}</dt>
        <dd>
          <Team committees={props.record.committees} />
        </dd>
      </dl>
    </section>
  )
}

export function Team(props: { committees: VillageRecord['committees'] }) {
  const words = () => t().villageRecord
  return (
    <Show when={props.committees.length > 0} fallback={words().noCommittees}>
      <ul class="record-team">
        <For each={props.committees}>
          {(one) => (
            <li>
              <Show when={one.talent} fallback={<span class="hint">{words().someone}</span>}>
                {(talent) => <A href={`/talents/${talent().id}`}>{personName(talent().name)}</A>}
              </Show>{' '}
              {one.posts.map(postName).join(t().comma)}{' '}
              <span class="hint">{words().since(one.tookOfficeOn)}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function postName(post: string): string {
  const names: Record<string, string> = t().post
  // Rows say `supervision-member` for what matching calls a supervisor.
  return names[post] ?? names[post === 'supervision-member' ? 'supervisor' : post] ?? post
}

function termText({ term }: VillageRecord): string {
  if (!term) return t().villageRecord.unknown
  const days = t().villageRecord.termDays(term.startedOn, term.endsOn)
  const turnout =
    term.turnout === null ? '' : ` ${t().villageRecord.shown.turnout} ${percent(term.turnout)}`
  return `${days}${turnout}`
}

/** Leaders who have not ended, the latest first. */
function leadersOf({ entries }: VillageRecord): string {
  const [latest] = entries.filter((it) => it.kind === 'leader' && it.takenBack === null)
  if (latest?.kind !== 'leader' || latest.body.isEnded) return ''
  const { name, position } = latest.body
  return [personName(name), position].filter((it) => it !== '').join(' ')
}

export const villageName = (record: VillageRecord) => placeName(record.name)
