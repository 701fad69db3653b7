import { A, createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { dayAndTime, whole } from '../format.ts'
import { ExportTable } from '../parts/exports/export-table.tsx'
import {
  comparisonHref,
  LEAST_COMPARED,
  MOST_COMPARED,
  useSelection,
} from '../parts/pool/selection.ts'
import { type AskedFor, GROUPS, useAsked } from '../parts/shortlist/asked.ts'
import { DemandFields } from '../parts/shortlist/demand-fields.tsx'
import { GroupsCard } from '../parts/shortlist/groups-card.tsx'
import { ListTable } from '../parts/shortlist/list-table.tsx'
import { PlaceFields } from '../parts/shortlist/place-fields.tsx'
import { Save } from '../parts/shortlist/save.tsx'
import { WentCard } from '../parts/shortlist/went-card.tsx'
import { scopeOf, sharesText } from '../parts/shortlist/words.ts'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { shortlistOf } from '../shortlist.ts'
import type { ShortlistAnswer } from '../types.ts'
import { t } from '../words/index.ts'

/** The fittest people for a post with a minimum share of each group. */
export function Shortlist() {
  const asked = useAsked()
  return (
    <>
      <Title text={t().shortlist.title} />
      <View rows={12}>
        <Asked asked={asked} />
      </View>
    </>
  )
}

function Asked(props: { asked: AskedFor }) {
  const answer = createAsync(() => shortlistOf(props.asked.query()))
  return (
    <Show when={answer.latest ?? answer()}>
      {(known) => (
        <>
          <Head answer={known()} asked={props.asked} />
          <section class="card paper-hidden" aria-label={t().shortlist.controls}>
            <div class="shortlist-controls">
              <PlaceFields asked={props.asked} />
              <DemandFields asked={props.asked} answer={known()} />
            </div>
            <p class="table-foot hint row wrap">
              {known().isOfPolicy
                ? t().shortlist.ofPolicy(known().policyVersion)
                : t().shortlist.changed}
              <Show when={!known().isOfPolicy}>
                <button
                  type="button"
                  class="link-button small"
                  onClick={() => props.asked.change(OF_POLICY)}
                >
                  {t().shortlist.reset}
                </button>
              </Show>
            </p>
          </section>
          <Found answer={known()} />
        </>
      )}
    </Show>
  )
}

const OF_POLICY = { size: null, ...Object.fromEntries(GROUPS.map((group) => [group, null])) }

function Head(props: { answer: ShortlistAnswer; asked: AskedFor }) {
  const selection = useSelection()
  const count = () => selection.people().length
  const seat = () => {
    const { place, post } = props.answer
    return place.kind === 'village' ? `${place.code}:${post}` : undefined
  }
  return (
    <div class="page-head">
      <div class="titles">
        <div class="row wrap">
          <h1>{t().shortlist.title}</h1>
          <span class="hint">{scopeOf(props.answer)}</span>
        </div>
        <p class="hint">{t().shortlist.hint}</p>
      </div>
      <div class="row wrap push paper-hidden">
        <A class="button" href={props.asked.to('/representation')}>
          {t().shortlist.report}
        </A>
        <Show when={count() >= LEAST_COMPARED && count() <= MOST_COMPARED}>
          <A
            class="button"
            href={comparisonHref(selection.ids(), seat())}
            state={{ list: props.asked.to('/shortlist') }}
          >
            {t().shortlist.compare(count())}
          </A>
        </Show>
        <button type="button" class="button desk-only" onClick={() => window.print()}>
          {t().shortlist.print}
        </button>
        <ExportTable
          table="shortlist"
          name={t().shortlist.title}
          filters={props.asked.query() as Record<string, string>}
        />
        <Save answer={props.answer} />
      </div>
    </div>
  )
}

function Found(props: { answer: ShortlistAnswer }) {
  const people = () => new Map(props.answer.people.map((person) => [person.id, person]))
  const { place } = props.answer
  return (
    <Show when={props.answer.listed.length > 0} fallback={<Nobody answer={props.answer} />}>
      <GroupsCard answer={props.answer} />
      <ListTable answer={props.answer} people={people()} />
      <WentCard answer={props.answer} people={people()} />
      <div class="shortlist-foot">
        <p class="hint">{standingText(props.answer)}</p>
        <p class="hint">
          <Show when={place.kind !== 'village'}>
            {t().shortlist.atHome}
            {t().clause}
          </Show>
          {t().shortlist.note}
        </p>
        <p class="hint paper-only">
          {sharesText(props.answer)}{' '}
          {t().shortlist.printed(
            props.answer.referenceOn,
            props.answer.policyVersion,
            dayAndTime(new Date().toISOString()),
          )}
        </p>
      </div>
    </Show>
  )
}

function standingText({ standing }: ShortlistAnswer): string {
  const { candidates, relaxable, unknown, barred } = standing
  return t().shortlist.standing(whole(candidates), whole(relaxable), whole(unknown), whole(barred))
}

function Nobody(props: { answer: ShortlistAnswer }) {
  const isZero = () => props.answer.size === 0
  return (
    <section class="card">
      <Blank
        icon="people"
        title={isZero() ? t().shortlist.zeroTitle : t().shortlist.emptyTitle}
        text={
          isZero() ? t().shortlist.zeroText : t().shortlist.emptyText(props.answer.standing.unknown)
        }
      >
        <Show when={!isZero()}>
          <A class="button primary" href="/talents">
            {t().shortlist.toPool}
          </A>
        </Show>
      </Blank>
    </section>
  )
}
