import { createAsync, useAction, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { makePaper, type PaperAsked, type TableId, tablesOf } from '../../exports.ts'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import { useRoles } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'

const KINDS = ['report', 'tables', 'batch'] as const
type Kind = (typeof KINDS)[number]

/** What to make, of which places, and what for. */
export function MakeForm(props: { made: (text: string) => void }) {
  const words = () => t().exportPages
  const make = useAction(makePaper)
  const [kind, setKind] = createSignal<Kind>('report')
  const [search] = useSearchParams<{ township?: string }>()
  const [township, setTownship] = createSignal(search.township ?? '')
  const [chosen, setChosen] = createSignal<readonly TableId[]>([])
  const [purpose, setPurpose] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const tables = createAsync(() => tablesOf())
  const offered = () => offeredOf(tables()?.tables ?? [], township())
  const picked = () => chosen().filter((id) => offered().some((it) => it.id === id))
  const sending = createSending(async () => {
    await make(
      askedOf({ kind: kind(), township: township(), tables: picked(), purpose: purpose() }),
    )
    setTried(false)
    props.made(words().asked)
  })
  const lacksPurpose = () => purpose().trim().length < 4
  const lacksTables = () => kind() === 'tables' && picked().length === 0
  const submit = () => {
    setTried(true)
    if (!lacksPurpose() && !lacksTables()) void sending.start()
  }
  return (
    <form
      class="form card-body"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Refusal problem={sending.problem()} fields={['purpose']} />
      <fieldset class="export-kinds">
        <legend>{words().what}</legend>
        <For each={KINDS}>
          {(one) => (
            <label class="export-kind">
              <input
                type="radio"
                name="kind"
                checked={kind() === one}
                onChange={() => setKind(one)}
              />
              <span>
                <span class="medium">{words().kinds[one]}</span>
                <span class="hint">{words().kindHints[one]}</span>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <Scope value={township()} set={setTownship} />
      <Show when={kind() !== 'report'}>
        <Tables
          offered={offered()}
          chosen={chosen()}
          set={setChosen}
          error={isTried() && lacksTables() ? words().needTables : undefined}
        />
      </Show>
      <TextField
        label={words().purpose}
        hint={words().purposeHint}
        name="purpose"
        value={purpose()}
        set={setPurpose}
        maxlength={200}
        error={isTried() && lacksPurpose() ? words().needPurpose : sending.errorAt('purpose')}
      />
      <div class="row">
        <button type="submit" class="button primary push" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? words().making : words().make}
        </button>
      </div>
    </form>
  )
}

/** The county chooses; a township has its own. */
function Scope(props: { value: string; set: (value: string) => void }) {
  const has = useRoles()
  const places = createAsync(() => placesOf())
  const choices = () => [
    { value: '', name: t().exportPages.everything },
    ...(places()?.townships ?? []).map(({ code, name }) => ({
      value: code,
      name: placeName(name),
    })),
  ]
  return (
    <Show when={has('county')}>
      <SelectField
        label={t().exportPages.scope}
        value={props.value}
        set={props.set}
        choices={choices()}
      />
    </Show>
  )
}

type Table = Awaited<ReturnType<typeof tablesOf>>['tables'][number]

/** Tables that need no more than a township; what is of one village or plan is taken out on its page. */
function offeredOf(tables: readonly Table[], township: string): Table[] {
  return tables.filter(
    ({ filters, required }) =>
      required.length === 0 && (township === '' || filters.includes('township')),
  )
}

function Tables(props: {
  offered: readonly Table[]
  chosen: readonly TableId[]
  set: (tables: readonly TableId[]) => void
  error: string | undefined
}) {
  const toggle = (id: TableId, isOn: boolean) =>
    props.set(isOn ? [...props.chosen, id] : props.chosen.filter((it) => it !== id))
  return (
    <fieldset class="export-tables" aria-describedby="tables-hint">
      <legend>{t().exportPages.tables}</legend>
      <p class="hint" id="tables-hint">
        {t().exportPages.tablesHint}
      </p>
      <div class="export-choices">
        <For each={props.offered}>
          {({ id, name }) => (
            <label>
              <input
                type="checkbox"
                checked={props.chosen.includes(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              {say(name)}
            </label>
          )}
        </For>
      </div>
      <Show when={props.error}>
        <p class="error" role="alert">
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}

type Filled = { kind: Kind; township: string; tables: readonly TableId[]; purpose: string }

function askedOf({ kind, township, tables, purpose: typed }: Filled): PaperAsked {
  const purpose = typed.trim()
  const place = township === '' ? null : township
  const filters: Record<string, string> = place === null ? {} : { township: place }
  const report = { kind: 'report' as const, township: place, plan: null }
  const sheet = {
    kind: 'tables' as const,
    tables: tables.map((table) => ({ table, filters })),
  }
  if (kind === 'report') return { ...report, purpose }
  if (kind === 'tables') return { ...sheet, purpose }
  return { kind: 'batch', parts: tables.length > 0 ? [report, sheet] : [report], purpose }
}
