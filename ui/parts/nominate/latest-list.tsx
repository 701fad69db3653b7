import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { clockTime } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import type { Latest } from '../../nominate.ts'
import type { Person } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'

/** What was handed in last, so that one entered wrongly is seen and taken back. */
export function LatestList(props: {
  /** What was done last. */
  said: string | null
  latest: Latest[]
  person: (id: string) => Person | undefined
  villageName: (code: string) => string
  undo: (entry: Latest, name: string) => void
}) {
  return (
    <section class="card latest-card" aria-labelledby="latest-title">
      <div class="card-head">
        <h2 id="latest-title">{t().nominate.latest}</h2>
        <span class="hint">{t().nominate.latestHint}</span>
      </div>
      <div class="latest-said">
        <Done text={props.said} />
      </div>
      <Show when={props.latest.length > 0} fallback={<Nothing />}>
        <ol class="latest">
          <For each={props.latest}>
            {(entry, at) => (
              <Entry
                entry={entry}
                isFirst={at() === 0}
                name={personName(props.person(entry.talent)?.name ?? t().unknown)}
                villageName={props.villageName}
                undo={props.undo}
              />
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}

function Nothing() {
  return (
    <div class="card-body latest-none">
      <p class="medium">{t().nominate.latestNone}</p>
      <p class="hint">{t().nominate.latestNoneText}</p>
    </div>
  )
}

function Entry(props: {
  entry: Latest
  isFirst: boolean
  name: string
  villageName: (code: string) => string
  undo: (entry: Latest, name: string) => void
}) {
  const place = () => {
    const { village, posts } = props.entry
    if (village === null) return t().nominate.poolOnly
    const name = placeName(village.name || props.villageName(village.code))
    return t().nominate.for(name, posts.map((post) => t().shortlist.postName[post]).join(t().comma))
  }
  return (
    <li classList={{ undone: props.entry.isWithdrawn }}>
      <div class="latest-who">
        <A class="medium" href={`/review?nominee=${props.entry.nominee}`}>
          {props.name}
        </A>
        <span class="hint">{clockTime(new Date(props.entry.createdAt))}</span>
        <Show
          when={!props.entry.isWithdrawn}
          fallback={<span class="chip push">{t().nominate.withdrawn}</span>}
        >
          <button
            type="button"
            class="button slim push"
            aria-label={t().nominate.undoName(props.name)}
            onClick={() => props.undo(props.entry, props.name)}
          >
            {t().nominate.undo}
          </button>
        </Show>
      </div>
      <p>{place()}</p>
      <p class="hint">
        {[
          t().nominate.channelName[props.entry.channel],
          t().nominate.by(props.entry.nominator),
        ].join(t().separator)}
      </p>
      <Show when={props.entry.warnings.length > 0}>
        <details class="latest-warnings" open={props.isFirst}>
          <summary>
            <Icon name="warning" />
            {t().nominate.warnings(props.entry.warnings.length)}
          </summary>
          <ul>
            <For each={props.entry.warnings}>{(one) => <li>{say(one.words)}</li>}</For>
          </ul>
        </details>
      </Show>
    </li>
  )
}
