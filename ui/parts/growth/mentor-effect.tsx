import { createSignal, For, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import { type Effect, effectOf } from '../../growth.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { FromServer } from '../mentoring/needs-network.tsx'
import { Blank, View } from '../states.tsx'
import { changeText } from './points.ts'

/** Before and after of the own mentees. */
export function MentorEffect() {
  return (
    <section class="card mentor-effect" aria-labelledby="mentor-effect">
      <div class="card-head">
        <h2 id="mentor-effect">{t().growth.effect.title}</h2>
        <span class="hint">{t().growth.effect.hint}</span>
      </div>
      <View rows={4}>
        <Known mentor={undefined} />
      </View>
    </section>
  )
}

/** Of a mentor whom the county names: read when it is opened, and not of everybody at once. */
export function EffectOnAsking(props: { mentor: string }) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <details class="past" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name="right" />
        {t().growth.effect.title}
      </summary>
      <Show when={isOpen()}>
        <div class="mentor-effect">
          <p class="hint card-body">{t().growth.effect.hintCounty}</p>
          <View rows={4}>
            <Known mentor={props.mentor} />
          </View>
        </div>
      </Show>
    </details>
  )
}

function Known(props: { mentor: string | undefined }) {
  return (
    <FromServer read={() => effectOf(props.mentor)}>
      {(known) => (
        <Show when={known().mentees.length > 0} fallback={<Nobody />}>
          <div class="card-body stack">
            <Levels effect={known()} />
            <Beside effect={known()} />
            <p class="note weak">
              <Icon name="info" />
              <span>{t().growth.effect.caution}</span>
            </p>
            <p class="hint">
              {t().growth.effect.what(
                known()
                  .criteria.map((criterion) => t().criterion[criterion])
                  .join(t().comma),
              )}
            </p>
          </div>
        </Show>
      )}
    </FromServer>
  )
}

function Nobody() {
  return <Blank icon="people" title={t().growth.effect.none} text={t().growth.effect.noneText} />
}

function Levels(props: { effect: Effect }) {
  const words = () => t().growth.effect
  return (
    <div class="scroll">
      <table class="table" aria-label={words().title}>
        <thead>
          <tr>
            <th scope="col">{words().name}</th>
            <th scope="col" class="number">
              {words().before}
            </th>
            <th scope="col" class="number">
              {words().now}
            </th>
            <th scope="col" class="number">
              {words().change}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.effect.mentees}>
            {({ talent, since, before, now }) => (
              <tr>
                <th scope="row">
                  {personName(talent.name)} <span class="hint block">{words().since(since)}</span>
                </th>
                <td class="number">{fitPoints(before)}</td>
                <td class="number">{fitPoints(now)}</td>
                <td class="number">{changeText(now - before)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Beside(props: { effect: Effect }) {
  const words = () => t().growth.effect
  return (
    <>
      <dl class="effect-means">
        <div>
          <dt>{words().mean(props.effect.mentees.length)}</dt>
          <dd>{changeText(props.effect.change ?? 0)}</dd>
        </div>
        <Show when={props.effect.others}>
          {(others) => (
            <div>
              <dt>{words().others(others().people)}</dt>
              <dd>{changeText(others().change)}</dd>
            </div>
          )}
        </Show>
      </dl>
      <Show when={props.effect.others === null}>
        <p class="hint">{words().noOthers}</p>
      </Show>
      <Show when={props.effect.isFew}>
        <p class="hint">{words().few}</p>
      </Show>
    </>
  )
}
