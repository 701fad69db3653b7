import { type JSX, Show } from 'solid-js'
import type { Course } from '../../courses.ts'
import { plainNumber, whole, wholePercent } from '../../format.ts'
import { t } from '../../words/index.ts'

/** What was entered so far, in one line of figures. */
export function CourseFigures(props: { course: Course }) {
  const words = () => t().courses.figures
  const people = () => props.course.participants
  const marks = () => people().flatMap(({ attendance }) => Object.values(attendance))
  const came = () => marks().filter((status) => status === 'present').length
  const entered = () =>
    props.course.sessions.filter(({ id }) => people().some(({ attendance }) => attendance[id]))
      .length
  const count = (is: (person: Course['participants'][number]) => boolean) =>
    whole(people().filter(is).length)
  return (
    <dl class="card course-figures">
      <Figure name={words().people} value={whole(people().length)}>
        <Show when={props.course.elsewhere > 0}>{words().elsewhere(props.course.elsewhere)}</Show>
      </Figure>
      <Figure
        name={words().entered}
        value={t().courses.enteredOf(entered(), props.course.sessions.length)}
      />
      <Figure
        name={words().rate}
        value={marks().length === 0 ? t().unknown : wholePercent(came() / marks().length)}
      >
        <Show when={marks().length > 0}>
          {words().rateHint(whole(came()), whole(marks().length))}
        </Show>
      </Figure>
      <Figure name={words().results} value={count(({ result }) => result !== null)} />
      <Figure name={words().certificates} value={count((it) => it.certificate !== null)} />
      <Figure name={words().hours} value={plainNumber(props.course.counted.hours)}>
        {words().hoursHint}
      </Figure>
    </dl>
  )
}

function Figure(props: { name: string; value: string; children?: JSX.Element }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
      <dd class="hint">{props.children}</dd>
    </div>
  )
}
