import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { type CourseOfList, coursesOf } from '../courses.ts'
import { CourseForm } from '../parts/courses/course-form.tsx'
import { CourseCards, CourseTable } from '../parts/courses/course-table.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Icon } from '../parts/icon.tsx'
import { isPhone } from '../parts/phone.ts'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

const LEVELS = ['city', 'county', 'township'] as const
const YEARS = 5

/** Courses of a year: an office makes them, a trainer finds those that they keep. */
export function Courses() {
  const has = useRoles()
  const navigate = useNavigate()
  const [isMaking, setMaking] = createSignal(false)
  const [params] = useSearchParams<{ year?: string; level?: string }>()
  const filters = () => ({
    ...(params.year && { year: params.year }),
    ...(params.level && { level: params.level }),
  })
  return (
    <>
      <Title text={t().courses.title} />
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{t().courses.title}</h1>
          <span class="hint">{t().courses.hint}</span>
        </div>
        <div class="row wrap push">
          <ExportTable table="courses" name={t().courses.title} filters={filters()} />
          <Show when={has('county', 'township')}>
            <A class="button" href="/training-hours">
              <Icon name="clock" />
              {t().courses.hoursLink}
            </A>
            <button
              type="button"
              class="button primary"
              aria-haspopup="dialog"
              onClick={() => setMaking(true)}
            >
              <Icon name="plus" />
              {t().courses.make}
            </button>
          </Show>
        </div>
      </div>
      <View rows={8}>
        <Listed />
      </View>
      <Show when={isMaking()}>
        <CourseForm
          course={null}
          close={() => setMaking(false)}
          done={(id) => navigate(`/courses/${id}?tab=people`)}
        />
      </Show>
    </>
  )
}

function Listed() {
  const [params, setParams] = useSearchParams<{ year?: string; level?: string }>()
  const answer = createAsync(() => coursesOf(params.year))
  const level = () => LEVELS.find((one) => one === params.level)
  const all = () => answer()?.courses ?? []
  const shown = createMemo(() => all().filter((it) => !level() || it.level === level()))
  const now = new Date().getFullYear()
  const years = Array.from({ length: YEARS }, (_, at) => String(now + 1 - at))
  return (
    <section class="card" aria-label={t().courses.title}>
      <div class="card-head course-filters">
        <label class="row">
          <span class="hidden-text">{t().courses.year}</span>
          <select
            class="input"
            onChange={(event) => setParams({ year: event.currentTarget.value })}
          >
            <For each={years}>
              {(year) => (
                <option value={year} selected={year === answer()?.year}>
                  {t().courses.yearOf(year)}
                </option>
              )}
            </For>
          </select>
        </label>
        <fieldset class="segments" aria-label={t().courses.levelFilter}>
          <For each={[undefined, ...LEVELS]}>
            {(one) => (
              <button
                type="button"
                aria-pressed={level() === one}
                onClick={() => setParams({ level: one })}
              >
                {one ? t().courses.level[one] : t().courses.allLevels}
              </button>
            )}
          </For>
        </fieldset>
      </div>
      <Show
        when={shown().length > 0}
        fallback={<Nothing year={answer()?.year ?? ''} all={all()} />}
      >
        <Show when={!isPhone()} fallback={<CourseCards courses={shown()} />}>
          <CourseTable courses={shown()} />
        </Show>
      </Show>
    </section>
  )
}

function Nothing(props: { year: string; all: CourseOfList[] }) {
  const has = useRoles()
  const text = () => {
    if (props.all.length > 0) return ''
    return has('mentor') ? t().courses.emptyTrainer : t().courses.emptyText
  }
  const title = () =>
    props.all.length > 0 ? t().courses.emptyFilter : t().courses.emptyTitle(props.year)
  return <Blank icon="book" title={title()} text={text()} />
}
