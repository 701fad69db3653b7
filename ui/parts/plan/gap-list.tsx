import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import { whole } from '../../format.ts'
import { type Gap, type GapsAnswer, gapsOf } from '../../studies.ts'
import { say, t } from '../../words/index.ts'
import { GapTable } from '../gaps/gap-table.tsx'
import { LeftOver } from '../gaps/left-over.tsx'
import { isHeavy, namedIn } from '../gaps/names.ts'
import { createStudy } from '../gaps/study.ts'
import { StudyCard } from '../gaps/study-card.tsx'
import { gapsAsText } from '../gaps/text.ts'
import { Blank } from '../states.tsx'
import { CopyButton } from '../talent/copy-button.tsx'

/** Who is missing where in a plan, the most useful newcomers first. */
export function GapList(props: { plan: string }) {
  const study = createStudy<GapsAnswer>(() => props.plan, gapsOf)
  const [isHeavyOnly, setHeavyOnly] = createSignal(false)
  const [isPrinting, setPrinting] = createSignal(false)
  const words = () => t().gaps.list
  const shown = createMemo(() => {
    const gaps = study.answer()?.list.gaps ?? []
    return isHeavyOnly() ? gaps.flatMap(heavyPart) : gaps
  })
  /** Everything opens first; the browser waits while its dialog is up. */
  const print = () => {
    setPrinting(true)
    requestAnimationFrame(() => {
      window.print()
      setPrinting(false)
    })
  }
  return (
    <StudyCard
      id="gap-list"
      class={isPrinting() ? 'gap-list printing' : 'gap-list'}
      title={words().title}
      hint={words().hint}
      intro={words().intro}
      start={words().start}
      working={words().working}
      study={study}
      isDone={study.answer() !== null}
      actions={
        <span class="row wrap push paper-hidden">
          <button
            type="button"
            class="button slim"
            aria-pressed={isHeavyOnly()}
            onClick={() => setHeavyOnly((now) => !now)}
          >
            {words().filter}
          </button>
          <CopyButton
            label={words().copy}
            text={gapsAsText(shown(), namedIn(study.answer() ?? { villages: [], people: [] }))}
          />
          <button type="button" class="button slim desk-only" onClick={print}>
            {words().print}
          </button>
        </span>
      }
    >
      <Show when={study.answer()}>
        {(answer) => (
          <>
            <Summary answer={answer()} />
            <Switch fallback={<GapTable gaps={shown()} answer={answer()} isAll={isPrinting()} />}>
              <Match when={answer().list.gaps.length === 0 && answer().list.missed.length === 0}>
                <Blank icon="check" title={words().none} text={words().noneText} />
              </Match>
              <Match when={shown().length === 0}>
                <Blank icon="check" title={words().noneHeavy} text={words().noneHeavyText} />
              </Match>
            </Switch>
            <LeftOver answer={answer()} />
          </>
        )}
      </Show>
    </StudyCard>
  )
}

function Summary(props: { answer: GapsAnswer }) {
  const list = () => props.answer.list
  const people = () => list().gaps.reduce((sum, gap) => sum + gap.people, 0)
  const places = () => {
    const codes = list().gaps.flatMap(({ openings }) => openings.map(({ village }) => village))
    return new Set(codes).size
  }
  const mended = () => list().missed.filter(({ miss, left }) => left < miss).length
  return (
    <div class="card-body study-said">
      <p class="medium" role="status">
        {t().gaps.list.done(
          whole(people()),
          whole(places()),
          whole(mended()),
          whole(list().missed.length),
        )}
      </p>
      <p class="hint">{t().gaps.list.order}</p>
      <p class="hint">{say(props.answer.besides)}</p>
      <Show when={!list().isWhole}>
        <p class="note weak">{t().gaps.list.part}</p>
      </Show>
    </div>
  )
}

/** A gap with the openings alone that mend a target of law or policy. */
function heavyPart(gap: Gap): Gap[] {
  const openings = gap.openings.filter(({ mends }) => mends.some(isHeavy))
  if (openings.length === 0) return []
  const targets = openings.reduce((sum, { mends }) => sum + mends.length, 0)
  const people = openings.length
  return [{ ...gap, openings, people, targets, perPerson: targets / people }]
}
