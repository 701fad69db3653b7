import { A, createAsync, useParams, useSearchParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { courseOf, type Course as Known } from '../courses.ts'
import { Done } from '../parts/account/notices.tsx'
import { CourseActs } from '../parts/courses/course-acts.tsx'
import { CourseFigures } from '../parts/courses/course-figures.tsx'
import { aboutOf, CourseState } from '../parts/courses/course-table.tsx'
import { Results } from '../parts/courses/results.tsx'
import { Roll } from '../parts/courses/roll.tsx'
import { Roster } from '../parts/courses/roster.tsx'
import { Sheet } from '../parts/courses/sheet.tsx'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

const TABS = ['roll', 'results', 'people', 'sheet'] as const
type Tab = (typeof TABS)[number]

/** One course: who came to which part, what came of it, and its spreadsheet. */
export function Course() {
  const params = useParams<{ id: string }>()
  const course = createAsync(() => courseOf(params.id))
  return (
    <>
      <nav class="crumbs" aria-label={t().courses.back}>
        <A href="/courses">
          <Icon name="left" />
          {t().courses.back}
        </A>
      </nav>
      <View rows={12}>
        <Show when={course()}>{(known) => <Opened course={known()} />}</Show>
      </View>
    </>
  )
}

function Opened(props: { course: Known }) {
  const [said, setSaid] = createSignal<string | null>(null)
  const [params, setParams] = useSearchParams<{ tab?: string }>()
  const mayEnter = () => props.course.may.enter && props.course.state !== 'cancelled'
  const tabs = () => TABS.filter((tab) => tab !== 'sheet' || mayEnter())
  const tab = (): Tab => tabs().find((one) => one === params.tab) ?? 'roll'
  const open = (one: Tab) => {
    setSaid(null)
    setParams({ tab: one === 'roll' ? undefined : one }, { replace: true })
  }
  return (
    <>
      <Title text={props.course.name} />
      <Head course={props.course} say={setSaid} />
      <Done text={said()} />
      <Show when={props.course.cancelledReason}>
        {(reason) => (
          <p class="note weak">
            <Icon name="warning" />
            <span>{t().courses.act.cancelledNote(reason())}</span>
          </p>
        )}
      </Show>
      <CourseFigures course={props.course} />
      <section class="card course-work" aria-label={t().courses.tabs[tab()]}>
        <Tabs tabs={tabs()} tab={tab()} open={open} />
        <Switch>
          <Match when={tab() === 'roll'}>
            <Roll course={props.course} mayEnter={mayEnter()} say={setSaid} />
          </Match>
          <Match when={tab() === 'results'}>
            <Results course={props.course} mayEnter={mayEnter()} say={setSaid} />
          </Match>
          <Match when={tab() === 'people'}>
            <Roster course={props.course} say={setSaid} />
          </Match>
          <Match when={tab() === 'sheet'}>
            <Sheet course={props.course} say={setSaid} />
          </Match>
        </Switch>
      </section>
    </>
  )
}

function Head(props: { course: Known; say: (text: string | null) => void }) {
  const about = () =>
    [
      t().courses.level[props.course.level],
      aboutOf({ ...props.course, trainer: props.course.trainer?.name ?? null }),
      t().courses.days(props.course.startsOn, props.course.endsOn),
      props.course.place,
    ].join(t().separator)
  return (
    <div class="page-head">
      <div class="titles">
        <div class="row wrap">
          <h1>{props.course.name}</h1>
          <CourseState state={props.course.state} />
        </div>
        <p class="second">{about()}</p>
      </div>
      <Show when={props.course.may.change}>
        <div class="row wrap push course-acts">
          <CourseActs course={props.course} say={props.say} />
        </div>
      </Show>
    </div>
  )
}

function Tabs(props: { tabs: readonly Tab[]; tab: Tab; open: (tab: Tab) => void }) {
  return (
    <div class="tabs" role="tablist">
      <For each={props.tabs}>
        {(one) => (
          <button
            type="button"
            role="tab"
            aria-selected={one === props.tab}
            onClick={() => props.open(one)}
          >
            {t().courses.tabs[one]}
          </button>
        )}
      </For>
    </div>
  )
}
