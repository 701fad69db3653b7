import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { Township as TownshipAnswer, VillageOfTownship } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Blank } from '../states.tsx'
import { StructureCells } from '../structure-cells.tsx'

/** Villages by the structure of their teams in last term. */
export function StructureOfVillages(props: { township: TownshipAnswer }) {
  const [search, setSearch] = useSearchParams<{ only?: string }>()
  const shown = () => props.township.villages.filter(({ isKey }) => search.only !== 'key' || isKey)
  return (
    <section class="card" aria-labelledby="villages">
      <div class="card-head">
        <h2 id="villages">{t().township.structure}</h2>
        <fieldset class="segments push" aria-label={t().township.structure}>
          <button
            type="button"
            aria-pressed={search.only !== 'key'}
            onClick={() => setSearch({ only: null })}
          >
            {t().township.all}
          </button>
          <button
            type="button"
            aria-pressed={search.only === 'key'}
            onClick={() => setSearch({ only: 'key' })}
          >
            {t().township.onlyKey}
          </button>
        </fieldset>
      </div>
      <Show
        when={shown().length > 0}
        fallback={
          <Blank icon="village" title={t().township.emptyTitle} text={t().township.emptyText}>
            <button type="button" class="button primary" onClick={() => setSearch({ only: null })}>
              {t().township.all}
            </button>
          </Blank>
        }
      >
        <VillageTable township={props.township} villages={shown()} />
      </Show>
    </section>
  )
}

function VillageTable(props: { township: TownshipAnswer; villages: VillageOfTownship[] }) {
  return (
    <>
      <div class="scroll">
        <table class="table villages" data-density="compact" aria-labelledby="villages">
          <thead>
            <tr>
              <th scope="col">{t().township.village}</th>
              <th scope="col">{t().township.kind}</th>
              <th scope="col" class="number">
                {t().township.party}
              </th>
              <th scope="col" class="number">
                {t().township.committee}
              </th>
              <th scope="col" class="number">
                {t().township.pool}
              </th>
              <th scope="col" class="number">
                {t().township.meanAge}
              </th>
              <th scope="col" class="number">
                {t().township.young}
              </th>
              <th scope="col" class="number">
                {t().township.women}
              </th>
              <th scope="col" class="number">
                {t().township.college}
              </th>
              <th scope="col" class="wide">
                {t().township.trades}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.villages}>{(village) => <VillageRow village={village} />}</For>
          </tbody>
          <tfoot>
            <tr class="total">
              <th scope="row">{t().township.before}</th>
              <td colspan="4" />
              <StructureCells structure={props.township.before} inPercent />
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="table-foot hint">{t().township.legend}</p>
    </>
  )
}

/** The whole row leads to the village; its name is the link for the keyboard. */
function VillageRow(props: { village: VillageOfTownship }) {
  const navigate = useNavigate()
  const href = () => `/villages/${props.village.code}`
  return (
    <tr class="leads" onClick={(event) => event.target.closest('a') ?? navigate(href())}>
      <th scope="row" class="medium nowrap">
        <A href={href()}>{placeName(props.village.name)}</A>
      </th>
      <td class="nowrap">
        <span class="second">{t().kind[props.village.kind]}</span>{' '}
        <Show when={props.village.isKey}>
          <span class="chip">{t().key}</span>
        </Show>
      </td>
      <td class="number">{props.village.seats.party}</td>
      <td class="number">{props.village.seats.committee}</td>
      <td class="number">{props.village.pool}</td>
      <StructureCells structure={props.village.lastTerm} />
      <td class="second wide">{props.village.trades.join(t().comma)}</td>
    </tr>
  )
}
