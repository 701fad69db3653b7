import { createMemo, Show } from 'solid-js'
import type { Open } from '../../applying.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'

export type Place = { round: string; township: string; village: string }

/** Round, township, village; a single round chooses itself. */
export function PlaceFields(props: {
  open: Pick<Open, 'rounds' | 'townships'>
  value: Place
  set: (place: Partial<Place>) => void
  errorAt: (field: keyof Place) => string | undefined
  /** Only the round is asked: for the pool the home counts, which is known. */
  isRoundOnly?: boolean
}) {
  const villages = createMemo(
    () => props.open.townships.find(({ code }) => code === props.value.township)?.villages ?? [],
  )
  const named = ({ code, name }: { code: string; name: string }) => ({
    value: code,
    name: placeName(name),
  })
  return (
    <>
      <Show
        when={props.open.rounds.length > 1}
        fallback={<OneRound round={props.open.rounds[0]} />}
      >
        <div data-field="round">
          <SelectField
            label={t().apply.where.round}
            none={t().apply.who.choose}
            value={props.value.round}
            set={(round) => props.set({ round })}
            choices={props.open.rounds.map(({ id, name, opensOn, closesOn }) => ({
              value: id,
              name: `${name} (${t().apply.where.roundDays(opensOn, closesOn)})`,
            }))}
            error={props.errorAt('round')}
          />
        </div>
      </Show>
      <Show when={!props.isRoundOnly}>
        <div class="two-fields">
          <div data-field="township">
            <SelectField
              label={t().apply.where.township}
              none={t().apply.who.choose}
              value={props.value.township}
              set={(township) => props.set({ township, village: '' })}
              choices={props.open.townships.map(named)}
              error={props.errorAt('township')}
            />
          </div>
          <div data-field="village">
            <SelectField
              label={t().apply.where.village}
              none={t().apply.who.choose}
              value={props.value.village}
              set={(village) => props.set({ village })}
              choices={villages().map(named)}
              isDisabled={props.value.township === ''}
              hint={t().apply.where.villageHint}
              error={props.errorAt('village')}
            />
          </div>
        </div>
      </Show>
    </>
  )
}

function OneRound(props: { round: Open['rounds'][number] | undefined }) {
  return (
    <Show when={props.round}>
      {(round) => (
        <p class="apply-round">
          <span class="hint">{t().apply.where.round}</span>
          <b>{round().name}</b>
          <span class="hint">{t().apply.where.roundDays(round().opensOn, round().closesOn)}</span>
        </p>
      )}
    </Show>
  )
}
