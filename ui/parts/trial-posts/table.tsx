import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { TrialPostRow } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { isPhone } from '../phone.ts'
import { conclusionText, evaluationText, leftText, postText, urgency } from './say.ts'

/** Trial posts: a table at a desk, cards on a phone; each leads to its page. */
export function TrialTable(props: { rows: TrialPostRow[]; isNameless?: boolean }) {
  return (
    <Show when={!isPhone()} fallback={<Cards rows={props.rows} />}>
      <div class="scroll">
        <table class="table trial-table" aria-label={t().trialPosts.table}>
          <thead>
            <tr>
              <th scope="col">{t().trialPosts.person}</th>
              <th scope="col">{t().trialPosts.village}</th>
              <th scope="col">{t().trialPosts.kind}</th>
              <th scope="col">{t().trialPosts.period}</th>
              <th scope="col">{t().trialPosts.left}</th>
              <th scope="col">{t().trialPosts.evaluation}</th>
              <th scope="col">{t().trialPosts.conclusion}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>{(row) => <Row row={row} />}</For>
          </tbody>
        </table>
      </div>
    </Show>
  )
}

function Row(props: { row: TrialPostRow }) {
  const { row } = props
  return (
    <tr>
      <th scope="row">
        <A href={`/trial-posts/${row.id}`}>{personName(row.talent.name)}</A>
      </th>
      <td>{placeName(row.village.name)}</td>
      <td>{t().trialPosts.kinds[row.kind]}</td>
      <td class="figures">{t().trialPosts.span(row.startsOn, row.endsOn)}</td>
      <td>
        <Left row={row} />
      </td>
      <td>{evaluationText(row)}</td>
      <td>{conclusionText(row)}</td>
    </tr>
  )
}

export function Left(props: { row: TrialPostRow }) {
  return (
    <Show when={urgency(props.row)} fallback={leftText(props.row)}>
      {(state) => (
        <span class={`pill ${state()}`}>
          <Mark state={state()} />
          {leftText(props.row)}
        </span>
      )}
    </Show>
  )
}

function Cards(props: { rows: TrialPostRow[] }) {
  return (
    <ul class="trial-cards" aria-label={t().trialPosts.table}>
      <For each={props.rows}>
        {(row) => (
          <li>
            <A href={`/trial-posts/${row.id}`}>
              <span class="trial-card-head">
                <b>{personName(row.talent.name)}</b>
                <Left row={row} />
              </span>
              <span class="second">{postText(row)}</span>
              <span class="hint">{t().trialPosts.span(row.startsOn, row.endsOn)}</span>
              <span class="hint">
                {`${t().trialPosts.evaluation}${t().colon}${evaluationText(row)}`}
                {t().separator}
                {`${t().trialPosts.conclusion}${t().colon}${conclusionText(row)}`}
              </span>
            </A>
          </li>
        )}
      </For>
    </ul>
  )
}
