import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import type { Round } from '../../review.ts'
import { useRoles, useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import { CHANNELS, type Paper } from './paper.ts'

const POOL = 'pool'

/** What a pile of papers has in common: chosen once, and kept for the next one. */
export function KeptFields(props: {
  rounds: Round[]
  round: Round
  setRound: (id: string) => void
  paper: Paper
  set: (change: Partial<Paper>) => void
  error: string | undefined
}) {
  return (
    <div class="kept-fields">
      <SelectField
        label={t().nominate.round}
        hint={windowOf(props.round)}
        value={props.round.id}
        choices={props.rounds.map(({ id, name }) => ({ value: id, name }))}
        set={(id) => props.setRound(id)}
      />
      <Place paper={props.paper} set={props.set} error={props.error} />
      <fieldset class="field channels">
        <legend class="label">{t().nominate.channel}</legend>
        <div class="row wrap">
          <For each={CHANNELS}>
            {(channel) => (
              <label class="tick">
                <input
                  type="radio"
                  name="channel"
                  value={channel}
                  checked={channel === props.paper.channel}
                  onChange={() => props.set({ channel })}
                />
                {t().nominate.channelName[channel]}
              </label>
            )}
          </For>
          <label class="tick on-paper">
            <input
              type="checkbox"
              class="box"
              checked={props.paper.isOnPaper}
              onChange={(event) => props.set({ isOnPaper: event.currentTarget.checked })}
            />
            {t().nominate.onPaper}
          </label>
        </div>
      </fieldset>
    </div>
  )
}

function windowOf({ opensOn, closesOn, window }: Round): string {
  if (window === 'running') return t().nominate.roundHint(opensOn, closesOn)
  return window === 'over' ? t().nominate.roundLate : t().nominate.roundEarly
}

type PlaceProps = {
  paper: Paper
  set: (change: Partial<Paper>) => void
  error: string | undefined
}

/** The county chooses a township first; a village account proposes for its own villages alone. */
function Place(props: PlaceProps) {
  const { account } = useSession()
  const has = useRoles()
  const places = createAsync(async () => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const townships = () => places.latest?.townships ?? []
  const [chosen, setChosen] = createSignal<string | null>(null)
  const isOf = (code: string | null) => (one: { villages: { code: string }[] }) =>
    one.villages.some((village) => village.code === code)
  const township = () =>
    account().township?.code ??
    townships().find(isOf(props.paper.village))?.code ??
    chosen() ??
    (townships().length === 1 ? townships()[0]?.code : undefined) ??
    ''
  const villages = () => townships().find(({ code }) => code === township())?.villages ?? []
  const choices = () => [
    ...villages().map(named),
    ...(has('village') ? [] : [{ value: POOL, name: t().nominate.poolOnly }]),
  ]
  return (
    <div class="place-fields" classList={{ two: has('county') }}>
      <Show when={has('county')}>
        <SelectField
          label={t().nominate.township}
          value={township()}
          none={t().pool.seat.choose}
          choices={townships().map(named)}
          set={(code) => {
            setChosen(code)
            props.set({ village: '' })
          }}
        />
      </Show>
      <SelectField
        label={t().nominate.village}
        value={props.paper.village === null ? POOL : props.paper.village}
        none={township() ? t().pool.seat.choose : t().talents.townshipFirst}
        choices={choices()}
        error={props.error}
        set={(code) => props.set({ village: code === POOL ? null : code })}
      />
    </div>
  )
}

const named = ({ code, name }: { code: string; name: string }) => ({
  value: code,
  name: placeName(name),
})
