import { createAsync } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { accountsOf, dictionaryOf } from '../../administration.ts'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import type { AccountOfList, DictionaryEntry, Places, Signer } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { type Draft, draftOf, GIVEN_ROLES, needsConfirmation } from './account-draft.ts'
import { SelectField, TextField } from './fields.tsx'
import { reachOf, signsAsOf } from './reach.ts'
import type { Errors } from './sending.ts'
import { VillageChoice } from './village-choice.tsx'

type Fields = {
  draft: Draft
  set: (change: Partial<Draft>) => void
  errors: Errors<keyof Draft>
  /** What is stored meanwhile, to be compared with what was typed. */
  stored: AccountOfList | null
}

/** The role first, then who it is, then only the reach that the role needs. */
export function AccountFields(props: Fields & { isNew: boolean }) {
  /** Another value that is stored now, in words. */
  const now = (field: keyof Draft, words: (account: AccountOfList) => string) => {
    const { stored } = props
    if (!stored || same(draftOf(stored)[field], props.draft[field])) return undefined
    return t().accounts.nowIs(words(stored) || t().accounts.none)
  }
  return (
    <>
      <SelectField
        label={props.isNew ? t().accounts.chooseRole : t().accounts.role}
        hint={now('role', ({ role }) => t().role[role]) ?? t().accounts.chooseRoleHint}
        error={props.errors.role}
        none={t().accounts.chooseTownship}
        value={props.draft.role}
        choices={GIVEN_ROLES.map((role) => ({ value: role, name: t().role[role] }))}
        set={(value) => props.set({ role: GIVEN_ROLES.find((one) => one === value) ?? '' })}
      />
      <Show when={props.draft.role || undefined}>
        {(role) => (
          <>
            <Show when={props.isNew}>
              <p class="note" classList={{ weak: needsConfirmation(role()) }}>
                {needsConfirmation(role()) ? t().accounts.willWait : t().accounts.willWork}
              </p>
              <TextField
                label={t().accounts.username}
                name="new-username"
                hint={t().accounts.usernameHint}
                error={props.errors.username}
                maxlength={50}
                value={props.draft.username}
                set={(username) => props.set({ username })}
              />
            </Show>
            <TextField
              label={t().accounts.name}
              name="name"
              hint={now('name', ({ name }) => name) ?? t().accounts.nameHint}
              error={props.errors.name}
              maxlength={50}
              value={props.draft.name}
              set={(name) => props.set({ name })}
            />
            <TextField
              label={t().accounts.position}
              name="position"
              hint={now('position', ({ position }) => position ?? '') ?? t().accounts.positionHint}
              maxlength={50}
              value={props.draft.position}
              set={(position) => props.set({ position })}
            />
            <Reach {...props} now={now} />
            <Show when={props.draft.role === 'township'}>
              <SignsAs {...props} now={now} />
            </Show>
          </>
        )}
      </Show>
    </>
  )
}

type Entries = { entries: DictionaryEntry[] }
type Now = (field: keyof Draft, words: (account: AccountOfList) => string) => string | undefined

function Reach(props: Fields & { now: Now }) {
  // Both start with nothing, so that the page behind never waits for them.
  const places = createAsync<Places | undefined>(() => placesOf(), { initialValue: undefined })
  const departments = createAsync<Entries | undefined>(() => dictionaryOf('departments'), {
    initialValue: undefined,
  })
  const reach = (account: AccountOfList) =>
    reachOf(account, places.latest?.county.name ?? '', departments.latest?.entries)
  return (
    <Switch>
      <Match when={props.draft.role === 'township' && places.latest}>
        {(known) => (
          <SelectField
            label={t().accounts.township}
            hint={props.now('township', reach)}
            error={props.errors.township}
            none={t().accounts.chooseTownship}
            value={props.draft.township}
            choices={known().townships.map(({ code, name }) => ({
              value: code,
              name: placeName(name),
            }))}
            set={(township) => props.set({ township })}
          />
        )}
      </Match>
      <Match when={props.draft.role === 'village' && places.latest}>
        {(known) => (
          <VillageChoice
            places={known()}
            hint={props.now('villages', reach)}
            error={props.errors.villages}
            chosen={props.draft.villages}
            set={(villages) => props.set({ villages })}
          />
        )}
      </Match>
      <Match when={props.draft.role === 'reviewer' && departments.latest}>
        {(known) => (
          <SelectField
            label={t().accounts.department}
            hint={props.now('department', reach)}
            error={props.errors.department}
            none={t().accounts.chooseTownship}
            value={props.draft.department}
            choices={known()
              .entries.filter(({ id, isRetired }) => !isRetired || id === props.draft.department)
              .map((entry) => ({ value: entry.id, name: say(entry) }))}
            set={(department) => props.set({ department })}
          />
        )}
      </Match>
    </Switch>
  )
}

/** The position that an account of a township signs for, of those that the policy names. */
function SignsAs(props: Fields & { now: Now }) {
  const answer = createAsync<{ signers: Signer[] } | undefined>(() => accountsOf(), {
    initialValue: undefined,
  })
  const signers = () => answer.latest?.signers ?? []
  /** Of an earlier policy: it may stay, and is told by its id. */
  const kept = () => {
    const { signsAs } = props.draft
    return signsAs && !signers().some(({ id }) => id === signsAs) ? [signsAs] : []
  }
  return (
    <SelectField
      label={t().accounts.signsAs}
      hint={
        props.now('signsAs', (account) => signsAsOf(account, signers()) ?? '') ??
        t().accounts.signsAsHint
      }
      error={props.errors.signsAs}
      none={t().accounts.signsAsNone}
      value={props.draft.signsAs}
      choices={[
        ...signers().map(({ id, words }) => ({ value: id, name: say(words) })),
        ...kept().map((id) => ({ value: id, name: t().accounts.signsAsGone(id) })),
      ]}
      set={(signsAs) => props.set({ signsAs })}
    />
  )
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
