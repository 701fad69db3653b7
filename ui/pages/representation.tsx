import { A, createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { dayAndTime } from '../format.ts'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { type AskedFor, useAsked } from '../parts/shortlist/asked.ts'
import { CountTable } from '../parts/shortlist/count-table.tsx'
import { PlaceFields } from '../parts/shortlist/place-fields.tsx'
import { PlanField } from '../parts/shortlist/plan-field.tsx'
import { RatesCard } from '../parts/shortlist/rates-card.tsx'
import { Segments } from '../parts/shortlist/segments.tsx'
import { StageTable } from '../parts/shortlist/stage-table.tsx'
import { scopeOf, sharesText } from '../parts/shortlist/words.ts'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { reportOf } from '../shortlist.ts'
import type { ReportAnswer, ReportPart } from '../types.ts'
import { t } from '../words/index.ts'

const words = () => t().shortlist.representation

/** Who is there at each stage from the pool to a plan, and who goes on: structure, not a score. */
export function Representation() {
  const asked = useAsked()
  return (
    <>
      <Title text={words().title} />
      <View rows={12}>
        <Asked asked={asked} />
      </View>
    </>
  )
}

function Asked(props: { asked: AskedFor }) {
  const answer = createAsync(() => {
    const plan = props.asked.plan()
    return reportOf({ ...props.asked.query(), ...(plan && { plan }) })
  })
  return (
    <Show when={answer.latest ?? answer()}>
      {(known) => (
        <>
          <Head answer={known()} asked={props.asked} />
          <section class="card paper-hidden" aria-label={t().shortlist.controls}>
            <div class="shortlist-controls">
              <PlaceFields asked={props.asked} />
              <PlanField asked={props.asked} />
            </div>
            <p class="table-foot hint">
              {words().listOf(known().size, sharesText(known()))}
              <Show when={known().place.kind !== 'village'}>
                {t().clause}
                {t().shortlist.atHome}
              </Show>
            </p>
          </section>
          <Report answer={known()} />
        </>
      )}
    </Show>
  )
}

function Head(props: { answer: ReportAnswer; asked: AskedFor }) {
  return (
    <div class="page-head">
      <div class="titles">
        <div class="row wrap">
          <h1>{words().title}</h1>
          <span class="hint">{scopeOf(props.answer)}</span>
        </div>
        <p class="hint">{words().hint}</p>
      </div>
      <div class="row wrap push paper-hidden">
        <A class="button" href={props.asked.to('/shortlist')}>
          {words().toList}
        </A>
        <ExportTable
          table="representation"
          name={words().title}
          filters={{
            ...(props.asked.query() as Record<string, string>),
            ...(props.asked.plan() && { plan: props.asked.plan() }),
          }}
        />
        <button type="button" class="button desk-only" onClick={() => window.print()}>
          {t().shortlist.print}
        </button>
      </div>
    </div>
  )
}

function Report(props: { answer: ReportAnswer }) {
  const [chosen, setChosen] = createSignal<ReportPart['part']>('sex')
  const part = () => props.answer.parts.find((one) => one.part === chosen())
  return (
    <>
      <div class="row wrap paper-hidden">
        <span class="hint">{words().part}</span>
        <Segments
          label={words().part}
          choices={props.answer.parts.map(({ part }) => ({
            id: part,
            name: words().partName[part],
          }))}
          value={chosen()}
          set={setChosen}
        />
      </div>
      <Show when={part()}>
        {(one) => (
          <>
            <div class="report-grid">
              <StageTable answer={props.answer} />
              <Counts answer={props.answer} part={one()} />
            </div>
            <RatesCard answer={props.answer} part={one()} />
          </>
        )}
      </Show>
      <div class="shortlist-foot">
        <p class="hint">
          {words().explain(props.answer.thresholds.few, props.answer.thresholds.fewExpected)}{' '}
          {words().unknownGroup}
        </p>
        <p class="hint paper-only">
          {t().shortlist.printed(
            props.answer.referenceOn,
            props.answer.policyVersion,
            dayAndTime(new Date().toISOString()),
          )}
        </p>
      </div>
    </>
  )
}

function Counts(props: { answer: ReportAnswer; part: ReportPart }) {
  return (
    <section class="card" aria-labelledby="counts">
      <div class="card-head">
        <h2 id="counts">{words().counts(words().partName[props.part.part])}</h2>
        <span class="hint">
          {props.part.isOverlapping ? words().overlapping : words().countsHint}
        </span>
      </div>
      <section class="scroll" tabindex="0" aria-labelledby="counts">
        <CountTable part={props.part} stages={props.answer.stages} />
      </section>
    </section>
  )
}
