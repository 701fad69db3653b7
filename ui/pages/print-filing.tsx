import { createAsync, useParams, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../names.ts'
import { SelectField } from '../parts/account/fields.tsx'
import { FilingForm } from '../parts/print/filing-form.tsx'
import { PrintFrame } from '../parts/print/frame.tsx'
import { Blank, View } from '../parts/states.tsx'
import { filingOf, type Secretary } from '../prints.ts'
import { placesOf } from '../queries.ts'
import { t } from '../words/index.ts'

/** 备案表: secretaries of a round who were elected or appointed, a sheet for each township. */
export function PrintFiling() {
  return (
    <View rows={14}>
      <Page />
    </View>
  )
}

function Page() {
  const params = useParams<{ round: string }>()
  const [search, setSearch] = useSearchParams<{ township?: string }>()
  const places = createAsync(() => placesOf())
  const filing = createAsync(() => filingOf(params.round))
  const all = () => groupsOf(filing()?.secretaries ?? [])
  const shown = () => all().filter(({ code }) => !search.township || code === search.township)
  const secretaries = () => shown().flatMap((group) => group.secretaries)
  return (
    <PrintFrame
      paper="filing-form"
      title={t().prints.filing.title}
      back={{ href: `/rounds/${params.round}/board`, words: t().prints.toRound }}
      subjects={secretaries().map(({ nominee }) => nominee)}
      fields={
        <Show when={all().length > 1}>
          <SelectField
            label={t().prints.filing.choice}
            none={t().prints.filing.all}
            value={search.township ?? ''}
            choices={all().map(({ code, name }) => ({ value: code, name: placeName(name) }))}
            set={(township) => setSearch({ township: township || null }, { replace: true })}
          />
        </Show>
      }
    >
      <Show when={filing() && places()}>
        <For
          each={shown()}
          fallback={
            <Blank icon="paper" title={t().prints.filing.none} text={t().prints.filing.noneText} />
          }
        >
          {(group) => (
            <FilingForm
              round={filing()!.round}
              township={group.name}
              secretaries={group.secretaries}
              referenceOn={places()!.referenceOn}
              policyVersion={places()!.policyVersion}
            />
          )}
        </For>
      </Show>
    </PrintFrame>
  )
}

function groupsOf(secretaries: readonly Secretary[]) {
  const groups = Map.groupBy(secretaries, ({ target }) => target.township.code)
  return [...groups].map(([code, own]) => ({
    ...{ code, name: own[0]!.target.township.name, secretaries: own },
  }))
}
