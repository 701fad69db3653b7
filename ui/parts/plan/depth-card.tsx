import { Show } from 'solid-js'
import { whole } from '../../format.ts'
import { type DepthAnswer, depthOf } from '../../studies.ts'
import { t } from '../../words/index.ts'
import { Margins } from '../gaps/margins.tsx'
import { namedIn } from '../gaps/names.ts'
import { NextOfSeats } from '../gaps/next-of-seats.tsx'
import { SinglePoints } from '../gaps/single-points.tsx'
import { createStudy } from '../gaps/study.ts'
import { StudyCard } from '../gaps/study-card.tsx'

/** What hangs on one person, where margins and reserves are short, and who comes next for every seat. */
export function DepthCard(props: { plan: string }) {
  const study = createStudy<DepthAnswer>(() => props.plan, depthOf)
  const words = () => t().gaps.depth
  return (
    <StudyCard
      id="plan-depth"
      title={words().title}
      hint={words().hint}
      intro={words().intro}
      start={words().start}
      working={words().working}
      study={study}
      isDone={study.answer() !== null}
    >
      <Show when={study.answer()}>{(answer) => <Found answer={answer()} />}</Show>
    </StudyCard>
  )
}

function Found(props: { answer: DepthAnswer }) {
  const named = namedIn(props.answer)
  const depth = () => props.answer.depth
  const single = () => depth().absences.filter(({ isSinglePoint }) => isSinglePoint)
  return (
    <>
      <div class="card-body study-said">
        <p class="medium" role="status">
          {t().gaps.depth.done(whole(single().length), whole(depth().absences.length))}
        </p>
        <Show when={!depth().isWhole}>
          <p class="note weak">{t().gaps.list.part}</p>
        </Show>
      </div>
      <SinglePoints absences={single()} named={named} />
      <Margins villages={depth().villages} named={named} />
      <NextOfSeats seats={depth().seats} named={named} />
    </>
  )
}
