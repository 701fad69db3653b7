import { createAsync, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import { dayAndTime } from '../format.ts'
import { placeName } from '../names.ts'
import { SelectField } from '../parts/account/fields.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Segments } from '../parts/shortlist/segments.tsx'
import { Blank, View } from '../parts/states.tsx'
import { BehindDrawer } from '../parts/structure-report/behind.tsx'
import { LinesTable, type Open } from '../parts/structure-report/lines.tsx'
import { KindsCard, LacksCard, PartsCard } from '../parts/structure-report/parts.tsx'
import { TermsDrawer } from '../parts/structure-report/terms.tsx'
import { Title } from '../parts/title.tsx'
import { placesOf } from '../queries.ts'
import { useRoles, useSession } from '../session.ts'
import {
  type BehindAsked,
  type StructureAsked,
  type StructureReport,
  structureReport,
} from '../structure-report.ts'
import { say, t } from '../words/index.ts'

const w = () => t().structureReport
/** These come first; the others stand in a table of their own. */
const MAIN = 12

type Search = { of?: string; township?: string; village?: string }

/** Structure of teams before and after: in office, planned, elected. */
export function Structure() {
  const { account } = useSession()
  const [search, setSearch] = useSearchParams<Search>()
  const asked = createMemo(
    (): StructureAsked => {
      const township = account().township?.code ?? search.township
      return {
        ...(search.of && { of: search.of }),
        ...(search.village ? { village: search.village } : township ? { township } : {}),
      }
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const answer = createAsync(() => structureReport(asked()))
  return (
    <>
      <Title text={w().title} />
      <View rows={14}>
        <Show when={answer.latest ?? answer()}>
          {(known) => (
            <>
              <Head report={known()} asked={asked()} />
              <Choices report={known()} search={search} change={setSearch} />
              <Show
                when={known().compared > 0}
                fallback={
                  <section class="card">
                    <Blank icon="people" title={w().emptyTitle} text={w().emptyText} />
                  </section>
                }
              >
                <Report report={known()} asked={asked()} change={setSearch} />
              </Show>
              <LacksCard report={known()} />
            </>
          )}
        </Show>
      </View>
    </>
  )
}

function Head(props: { report: StructureReport; asked: StructureAsked }) {
  const has = useRoles()
  const [isEntering, setEntering] = createSignal(false)
  const round = () => (props.report.of.kind === 'settled' ? props.report.of.id : null)
  const township = () =>
    props.report.place.level === 'township' ? { township: props.report.place.code } : {}
  return (
    <div class="page-head">
      <div class="titles">
        <div class="row wrap">
          <h1>{w().title}</h1>
          <span class="hint">
            {placeName(props.report.place.name)}
            {t().separator}
            {w().facts(props.report.compared, props.report.villages)}
            {t().separator}
            {w().reference(props.report.referenceOn, props.report.policyVersion)}
          </span>
        </div>
        <p class="second">{w().question}</p>
      </div>
      <div class="row wrap push paper-hidden">
        <Show when={round() !== null && has('county', 'township')}>
          <button type="button" class="button primary" onClick={() => setEntering(true)}>
            {w().terms.open}
          </button>
        </Show>
        <Show when={has('county', 'township')}>
          <ExportTable
            table="structure"
            name={w().title}
            filters={props.asked as Record<string, string>}
          />
        </Show>
        <button type="button" class="button desk-only" onClick={() => window.print()}>
          {w().print}
        </button>
      </div>
      <Show when={isEntering() && round()}>
        {(id) => <TermsDrawer round={id()} {...township()} close={() => setEntering(false)} />}
      </Show>
    </div>
  )
}

type Change = (next: { [K in keyof Search]: string | null }) => void

function Choices(props: { report: StructureReport; search: Search; change: Change }) {
  const { account } = useSession()
  const places = createAsync(async () => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const townships = () => places.latest?.townships ?? []
  const own = () => account().township?.code
  const township = () => own() ?? props.search.village?.slice(0, 9) ?? props.search.township ?? ''
  const villages = () =>
    account().role === 'village'
      ? townships().flatMap((one) => one.villages)
      : (townships().find(({ code }) => code === township())?.villages ?? [])
  const named = ({ code, name }: { code: string; name: string }) => ({
    ...{ value: code, name: placeName(name) },
  })
  return (
    <section class="card paper-hidden" aria-label={w().choose}>
      <div class="shortlist-controls">
        <SelectField
          label={w().of}
          value={props.search.of ?? 'current'}
          choices={props.report.choices.map(({ of, words, at }) => ({
            ...{ value: of, name: say(words) + (at === null ? '' : w().atTime(dayAndTime(at))) },
          }))}
          set={(of) => props.change({ of })}
        />
        <Show when={account().role === 'county'}>
          <SelectField
            label={w().township}
            value={township()}
            none={w().wholeCounty}
            choices={townships().map(named)}
            set={(code) => props.change({ township: code || null, village: null })}
          />
        </Show>
        <Show when={villages().length > 1}>
          <SelectField
            label={w().village}
            value={props.search.village ?? ''}
            none={w().wholeTownship}
            choices={villages().map(named)}
            set={(code) => props.change({ village: code || null })}
          />
        </Show>
      </div>
    </section>
  )
}

function Report(props: { report: StructureReport; asked: StructureAsked; change: Change }) {
  type Group = StructureReport['groups'][number]['id']
  const [group, setGroup] = createSignal<Group>('all')
  const [isArithmetic, setArithmetic] = createSignal(false)
  const [behind, setBehind] = createSignal<{
    asked: BehindAsked
    figure: string
    hint: string
  } | null>(null)
  const lines = () => props.report.groups.find(({ id }) => id === group())?.lines ?? []
  const open: Open = (line, side, which) =>
    setBehind({
      asked: { ...props.asked, group: line.group, line: line.id, side, which } as BehindAsked,
      figure: say(line.words),
      hint: `${w().side[side]}${t().separator}${w()[which]}`,
    })
  const missing = () => w().missing(props.report.missing.before, props.report.missing.after)
  const table = () => ({ report: props.report, isArithmetic: isArithmetic(), open })
  return (
    <>
      <section class="card" aria-labelledby="structure-lines">
        <div class="card-head wrap">
          <h2 id="structure-lines">{say(props.report.of.words)}</h2>
          <Segments
            label={w().group}
            choices={props.report.groups.map(({ id }) => ({ id, name: w().groupShort[id] }))}
            value={group()}
            set={setGroup}
          />
          <label class="row push paper-hidden" title={w().arithmeticHint}>
            <input
              type="checkbox"
              checked={isArithmetic()}
              onChange={(event) => setArithmetic(event.currentTarget.checked)}
            />
            {w().arithmetic}
          </label>
        </div>
        <LinesTable {...table()} lines={lines().slice(0, MAIN)} label={w().title} />
        <Show when={lines().length > MAIN}>
          <details class="structure-fine">
            <summary>
              {w().fine} <span class="hint">{w().fineHint}</span>
            </summary>
            <LinesTable {...table()} lines={lines().slice(MAIN)} label={w().fine} />
          </details>
        </Show>
        <p class="table-foot hint">
          {w().legend}
          {t().clause}
          {w().rounding} {w().few} {missing()}
        </p>
      </section>
      <Show when={props.report.kinds.length > 1}>
        <KindsCard report={props.report} />
      </Show>
      <Show when={props.report.place.level !== 'village'}>
        <PartsCard
          report={props.report}
          choose={(code) =>
            props.change(
              props.report.by === 'township'
                ? { township: code, village: null }
                : { village: code },
            )
          }
        />
      </Show>
      <Show when={behind()} keyed>
        {(one) => <BehindDrawer {...one} close={() => setBehind(null)} />}
      </Show>
    </>
  )
}
