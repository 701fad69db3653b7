import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { changeMentorProfile, mentorProfileOf, type ProfileGiven } from '../../mentorships.ts'
import { placeName } from '../../names.ts'
import { POSTS } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'

type Answer = Awaited<ReturnType<typeof mentorProfileOf>>

/** What suggestions rest on: where a mentor works, posts held, trades, and how many people at once. */
export function ProfileForm(props: { account: string; done: (text: string) => void }) {
  const answer = createAsync(() => mentorProfileOf(props.account))
  return (
    <Show when={answer()} keyed>
      {(known) => <Form account={props.account} known={known} done={props.done} />}
    </Show>
  )
}

function Form(props: { account: string; known: Answer; done: (text: string) => void }) {
  const { profile, choices } = props.known
  const [draft, setDraft] = createSignal<ProfileGiven>({
    ...{ township: profile.township?.code ?? null, village: profile.village?.code ?? null },
    ...{ talent: profile.talent?.id ?? null, menteesMax: profile.ownMax },
    ...{ posts: profile.posts, skills: profile.skills.map(({ id }) => id) },
  })
  const change = useAction(changeMentorProfile)
  const words = () => t().mentorships.profile
  const set = (given: Partial<ProfileGiven>) => setDraft((before) => ({ ...before, ...given }))
  const villages = () =>
    choices.townships.find(({ code }) => code === draft().township)?.villages ?? []
  const sending = createSending(async () => {
    await change(props.account, draft(), profile.revision)
    props.done(words().done(profile.name))
  })
  return (
    <div class="form">
      <p class="second">{words().text}</p>
      <Refusal problem={sending.problem()} />
      <SelectField
        label={words().township}
        none={words().none}
        value={draft().township ?? ''}
        choices={choices.townships.map(({ code, name }) => ({
          ...{ value: code, name: placeName(name) },
        }))}
        set={(code) => set({ township: code || null, village: null })}
      />
      <SelectField
        label={words().village}
        none={words().none}
        value={draft().village ?? ''}
        choices={villages().map(({ code, name }) => ({ value: code, name: placeName(name) }))}
        set={(code) => set({ village: code || null })}
      />
      <Ticks
        legend={words().posts}
        choices={POSTS.map((post) => ({ id: post, name: t().post[post] }))}
        chosen={draft().posts}
        set={(posts) => set({ posts: POSTS.filter((post) => posts.includes(post)) })}
      />
      <Ticks
        legend={words().skills}
        choices={choices.skills.map((skill) => ({ id: skill.id, name: say(skill.words) }))}
        chosen={draft().skills}
        set={(skills) => set({ skills })}
      />
      <TextField
        label={words().max}
        hint={words().maxHint}
        name="menteesMax"
        inputmode="numeric"
        maxlength={2}
        value={String(draft().menteesMax ?? '')}
        set={(text) => set({ menteesMax: Number.parseInt(text, 10) || null })}
      />
      <button
        type="button"
        class="button primary"
        aria-disabled={sending.isBusy()}
        onClick={() => void sending.start()}
      >
        {sending.isBusy() ? t().accounts.working : words().save}
      </button>
    </div>
  )
}

function Ticks(props: {
  legend: string
  choices: readonly { id: string; name: string }[]
  chosen: readonly string[]
  set: (chosen: string[]) => void
}) {
  const others = (id: string) => props.chosen.filter((one) => one !== id)
  return (
    <fieldset class="profile-ticks">
      <legend>{props.legend}</legend>
      <For each={props.choices}>
        {({ id, name }) => (
          <label class="tick">
            <input
              type="checkbox"
              checked={props.chosen.includes(id)}
              onChange={({ currentTarget }) =>
                props.set(currentTarget.checked ? [...others(id), id] : others(id))
              }
            />
            {name}
          </label>
        )}
      </For>
    </fieldset>
  )
}
