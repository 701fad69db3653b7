import { A, createAsync } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { auditSummaryOf } from '../../administration.ts'
import { dayAndTime, plainNumber, whole } from '../../format.ts'
import type { AuditPage, AuditSummary } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { type AuditSearch, groupValue } from './audit-search.ts'
import { actorName } from './audit-words.ts'

type Actors = AuditPage['actors']

const w = () => t().auditSummary

/** What an auditor looks at first: is it whole, what left, who looked far more often than usual. */
export function AuditFirst(props: { actors: Actors }) {
  const answer = createAsync(() => auditSummaryOf())
  return (
    <Show when={answer.latest ?? answer()}>
      {(summary) => (
        <section class="card" aria-labelledby="audit-first">
          <div class="card-head">
            <h2 id="audit-first">{w().title}</h2>
            <span class="hint">{w().days}</span>
          </div>
          <div class="audit-first">
            <Verified summary={summary()} />
            <Counted
              name={w().exports}
              of={summary().exports}
              href={hrefOf(summary(), { action: groupValue('exports') })}
            />
            <Counted
              name={w().reveals}
              of={summary().reveals}
              href={hrefOf(summary(), { action: 'private.revealed' })}
            />
            <Counted
              name={w().denied}
              of={summary().denied}
              href={hrefOf(summary(), { outcome: 'denied' })}
            />
            <Counted
              name={w().refused}
              of={{ ...summary().refused, accounts: 0 }}
              href={hrefOf(summary(), { action: 'session.refused' })}
            />
          </div>
          <Looks summary={summary()} actors={props.actors} />
        </section>
      )}
    </Show>
  )
}

/** The entries behind a figure, from the day on which its seven days begin. */
function hrefOf({ from }: AuditSummary, of: AuditSearch): string {
  const begin = dayAndTime(from).slice(0, 10)
  return `/audit?${new URLSearchParams({ from: begin, ...of })}`
}

function Cell(props: { name: string; children: JSX.Element }) {
  return (
    <div class="strip-cell">
      <h3 class="strip-name">{props.name}</h3>
      {props.children}
    </div>
  )
}

function Verified(props: { summary: AuditSummary }) {
  const entries = () => w().entries(whole(props.summary.entries))
  return (
    <Cell name={w().whole}>
      <Show
        when={props.summary.verified}
        fallback={
          <>
            <p class="strip-value none">
              <StateWord state="weak">{w().never}</StateWord>
            </p>
            <p class="hint">{entries()}</p>
          </>
        }
      >
        {(verified) => (
          <>
            <p class="strip-value none">
              <StateWord state={verified().isWhole ? 'met' : 'missed'}>
                {verified().isWhole ? w().wholeYes : w().wholeNo}
              </StateWord>
            </p>
            <p class="hint">
              {w().verifiedAt(dayAndTime(verified().at))}
              {t().separator}
              {entries()}
            </p>
          </>
        )}
      </Show>
    </Cell>
  )
}

function Counted(props: { name: string; of: { count: number; accounts: number }; href: string }) {
  return (
    <Cell name={props.name}>
      <p class="strip-value">
        <A href={props.href}>
          {w().times(whole(props.of.count))}
          <span class="hidden-text"> {props.name}</span>
        </A>
      </p>
      <Show when={props.of.accounts > 0}>
        <p class="hint">{w().byAccounts(whole(props.of.accounts))}</p>
      </Show>
    </Cell>
  )
}

function Looks(props: { summary: AuditSummary; actors: Actors }) {
  const looks = () => props.summary.looks
  return (
    <div class="audit-looks">
      <p class="row wrap">
        <b>
          {w().looks} {w().times(whole(looks().count))}
        </b>
        <StateWord state={looks().unusual > 0 ? 'weak' : 'met'}>
          {looks().unusual > 0 ? w().unusual(whole(looks().unusual)) : w().usual}
        </StateWord>
      </p>
      <ul class="audit-lookers">
        <For each={looks().accounts}>
          {(one) => (
            <li>
              <A href={hrefOf(props.summary, { action: 'portrait.read', actor: one.actor })}>
                {actorName(one.actor, props.actors)}
              </A>{' '}
              <span class="second">
                {one.usual > 0
                  ? w().looksOf(whole(one.count), plainNumber(one.usual))
                  : w().looksNew(whole(one.count))}
              </span>{' '}
              <Show when={one.isUnusual}>
                <StateWord state="weak">{w().mark}</StateWord>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <p class="hint">{w().rule(looks().rule.least, looks().rule.times, looks().rule.weeks)}</p>
    </div>
  )
}
