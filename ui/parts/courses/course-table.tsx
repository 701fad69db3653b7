import { A } from '@solidjs/router'
import { For } from 'solid-js'
import type { CourseOfList } from '../../courses.ts'
import { plainNumber, whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import { t } from '../../words/index.ts'

export function CourseTable(props: { courses: CourseOfList[] }) {
  const words = () => t().courses.columns
  return (
    <div class="scroll">
      <table class="table courses">
        <thead>
          <tr>
            <th scope="col">{words().name}</th>
            <th scope="col">{words().level}</th>
            <th scope="col">{words().days}</th>
            <th scope="col">{words().place}</th>
            <th scope="col" class="number">
              {words().hours}
            </th>
            <th scope="col" class="number">
              {words().people}
            </th>
            <th scope="col">{words().entered}</th>
            <th scope="col">{words().state}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.courses}>{(course) => <Row course={course} />}</For>
        </tbody>
      </table>
    </div>
  )
}

function Row(props: { course: CourseOfList }) {
  const { courses } = t()
  return (
    <tr>
      <th scope="row">
        <A class="medium" href={`/courses/${props.course.id}`}>
          {props.course.name}
        </A>
        <span class="hint block">{aboutOf(props.course)}</span>
      </th>
      <td class="nowrap">{courses.level[props.course.level]}</td>
      <td class="nowrap">{courses.days(props.course.startsOn, props.course.endsOn)}</td>
      <td>{props.course.place}</td>
      <td class="number">{plainNumber(props.course.hours)}</td>
      <td class="number">{whole(props.course.participants)}</td>
      <td class="nowrap">{courses.enteredOf(props.course.entered, props.course.parts)}</td>
      <td class="nowrap">
        <CourseState state={props.course.state} />
      </td>
    </tr>
  )
}

/** On a phone, one under the other. */
export function CourseCards(props: { courses: CourseOfList[] }) {
  return (
    <ul class="course-cards">
      <For each={props.courses}>
        {(course) => (
          <li>
            <A href={`/courses/${course.id}`}>
              <span class="row">
                <span class="medium">{course.name}</span>
                <span class="push">
                  <CourseState state={course.state} />
                </span>
              </span>
              <span class="second block">
                {[t().courses.days(course.startsOn, course.endsOn), course.place].join(
                  t().separator,
                )}
              </span>
              <span class="hint block">
                {[
                  t().courses.people(whole(course.participants)),
                  t().courses.hoursOf(plainNumber(course.hours)),
                  `${t().courses.columns.entered} ${t().courses.enteredOf(course.entered, course.parts)}`,
                ].join(t().separator)}
              </span>
            </A>
          </li>
        )}
      </For>
    </ul>
  )
}

/** A shape beside the word, as everywhere. */
export function CourseState(props: { state: CourseOfList['state'] }) {
  const mark = { planned: 'weak', finished: 'met', cancelled: 'unknown' } as const
  return (
    <span class="state">
      <i class={`mark ${mark[props.state]}`} aria-hidden="true" />
      {t().courses.state[props.state]}
    </span>
  )
}

export function aboutOf(
  course: Pick<CourseOfList, 'organiser' | 'township'> & { trainer: string | null },
) {
  return [
    course.organiser,
    course.township && !course.organiser.startsWith(course.township.name)
      ? placeName(course.township.name)
      : null,
    course.trainer && t().courses.keptBy(course.trainer),
  ]
    .filter(Boolean)
    .join(t().separator)
}
