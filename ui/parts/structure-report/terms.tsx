import { createAsync, useAction } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { dayAndTime, percent } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import {
  enterTerms,
  type TermsAnswer,
  type TermVillage,
  takeBackTerm,
  termsOf,
} from '../../structure-report.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { Done, Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Drawer } from '../layers.tsx'
import { View } from '../states.tsx'

const w = () => t().structureReport.terms

/** What a round came to becomes the next term: who leaves and who stays is seen first. */
export function TermsDrawer(props: { round: string; township?: string; close: () => void }) {
  const answer = createAsync(() =>
    termsOf({ round: props.round, ...(props.township && { township: props.township }) }),
  )
  return (
    <Drawer isOpen onClose={props.close} title={w().title} hint={w().hint}>
      <View rows={8}>
        <Show when={answer()}>{(known) => <Terms answer={known()} />}</Show>
      </View>
    </Drawer>
  )
}

function Terms(props: { answer: TermsAnswer }) {
  const ready = createMemo(() => props.answer.villages.filter(({ obstacle }) => obstacle === null))
  const waiting = () => props.answer.villages.filter(({ obstacle }) => obstacle !== null)
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set())
  const [isAsking, setAsking] = createSignal(false)
  const [done, setDone] = createSignal<string | null>(null)
  const chosen = () => ready().filter(({ code }) => !left().has(code))
  const sum = (key: 'comes' | 'leaves') => chosen().reduce((all, one) => all + one[key].length, 0)
  const enter = useAction(enterTerms)
  const sending = createSending(async () => {
    const { villages } = await enter(
      props.answer.round.id,
      chosen().map(({ code }) => code),
    )
    setAsking(false)
    setDone(w().entered(villages.length))
  })
  const turn = (code: string, isIn: boolean) => {
    const next = new Set(left())
    if (isIn) next.delete(code)
    else next.add(code)
    setLeft(next)
  }
  return (
    <div class="form structure-terms">
      <Done text={done()} />
      <Refusal problem={sending.problem()} />
      <p class="medium">{ready().length > 0 ? w().ready(ready().length) : w().nothing}</p>
      <For each={ready()}>
        {(village) => (
          <VillageTerm
            village={village}
            isIn={!left().has(village.code)}
            turn={(isIn) => turn(village.code, isIn)}
          />
        )}
      </For>
      <Show when={ready().length > 0}>
        <Show
          when={isAsking()}
          fallback={
            <button
              type="button"
              class="button primary"
              disabled={chosen().length === 0}
              onClick={() => setAsking(true)}
            >
              {w().enter(chosen().length)}
            </button>
          }
        >
          <p class="note weak" role="status">
            {w().sure(chosen().length, sum('comes'), sum('leaves'))}
          </p>
          <div class="row wrap">
            <button
              type="button"
              class="button primary"
              aria-disabled={sending.isBusy()}
              onClick={() => void sending.start()}
            >
              {w().confirm}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {w().back}
            </button>
          </div>
        </Show>
      </Show>
      <Show when={waiting().length > 0}>
        <details>
          <summary>{w().others(waiting().length)}</summary>
          <ul class="structure-waiting">
            <For each={waiting()}>
              {({ name, obstacle }) => (
                <li>
                  {placeName(name)} <span class="hint">{obstacle && w().obstacle[obstacle]}</span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <Entered answer={props.answer} told={setDone} />
    </div>
  )
}

function VillageTerm(props: {
  village: TermVillage
  isIn: boolean
  turn: (isIn: boolean) => void
}) {
  const village = () => props.village
  return (
    <fieldset class="structure-village">
      <legend>
        <label class="row">
          <input
            type="checkbox"
            checked={props.isIn}
            onChange={(event) => props.turn(event.currentTarget.checked)}
          />
          <b>{placeName(village().name)}</b>
        </label>
      </legend>
      <p class="hint">
        {w().from(village().startedOn ?? t().unknown, village().endsOn ?? t().unknown)}
        {t().clause}
        {w().election(
          village().turnout === null ? null : percent(village().turnout!),
          village().rounds,
        )}
      </p>
      <People label={w().comes} people={village().comes} />
      <People label={w().stays} people={village().stays} />
      <People label={w().leaves} people={village().leaves} />
      <Show when={village().kept.length > 0}>
        <People label={w().kept} people={village().kept} />
      </Show>
    </fieldset>
  )
}

function People(props: { label: string; people: TermVillage['comes'] }) {
  const posts = (list: string[]) => {
    const names: Record<string, string> = t().structureReport.post
    return list.map((post) => names[post] ?? post).join(t().comma)
  }
  return (
    <p>
      <span class="second">
        {props.label} {props.people.length}
        {t().colon}
      </span>
      {props.people.length === 0
        ? w().nobody
        : props.people
            .map(({ name, posts: held }) => `${personName(name)}（${posts(held)}）`)
            .join(t().comma)}
    </p>
  )
}

function Entered(props: { answer: TermsAnswer; told: (text: string) => void }) {
  const [asked, setAsked] = createSignal<TermsAnswer['entered'][number] | null>(null)
  return (
    <Show when={props.answer.entered.length > 0}>
      <h3>{w().earlier}</h3>
      <ul class="structure-waiting">
        <For each={props.answer.entered}>
          {(one) => (
            <li class="row wrap">
              <b>{placeName(one.village.name)}</b>
              <span class="hint">{w().by(one.by ?? t().unknown, dayAndTime(one.at))}</span>
              <Show when={one.mayTakeBack} fallback={<span class="hint">{w().isOver}</span>}>
                <button type="button" class="button slim push" onClick={() => setAsked(one)}>
                  {w().takeBack}
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={asked()} keyed>
        {(one) => <TakingBack one={one} close={() => setAsked(null)} told={props.told} />}
      </Show>
    </Show>
  )
}

function TakingBack(props: {
  one: TermsAnswer['entered'][number]
  close: () => void
  told: (text: string) => void
}) {
  const [reason, setReason] = createSignal('')
  const takeBack = useAction(takeBackTerm)
  const sending = createSending(async () => {
    await takeBack(props.one.id, reason())
    props.told(w().takenBack)
    props.close()
  })
  return (
    <form
      class="form structure-village"
      onSubmit={(event) => {
        event.preventDefault()
        void sending.start()
      }}
    >
      <h3>{w().takeBackTitle(placeName(props.one.village.name))}</h3>
      <p class="hint">{w().takeBackHint}</p>
      <TextField label={w().reason} name="reason" value={reason()} set={setReason} />
      <Refusal problem={sending.problem()} />
      <div class="row wrap">
        <button type="submit" class="button danger" aria-disabled={sending.isBusy()}>
          {w().confirmBack}
        </button>
        <button type="button" class="button" onClick={() => props.close()}>
          {w().back}
        </button>
      </div>
    </form>
  )
}
