import { A, createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type TrainingHours as Answer, type HoursQuery, hoursOf } from '../courses.ts'
import { plainNumber, whole } from '../format.ts'
import { placeName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { HoursFile } from '../parts/courses/hours-file.tsx'
import { HoursTable } from '../parts/courses/hours-table.tsx'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { placesOf } from '../queries.ts'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

const YEARS = 5
type Params = { year?: string; township?: string; q?: string; short?: string }

/** Hours of everybody in a year against what the policy asks for, and who is short. */
export function TrainingHours() {
  const [params, setParams] = useSearchParams<Params>()
  const [said, setSaid] = createSignal<string | null>(null)
  const asked = (): HoursQuery => ({
    ...(params.year && { year: params.year }),
    ...(params.township && { township: params.township }),
    ...(params.q && { q: params.q }),
    ...(params.short === '1' && { short: '1' as const }),
  })
  const answer = createAsync(() => hoursOf(asked()))
  return (
    <>
      <Title text={t().courses.hours.title} />
      <nav class="crumbs" aria-label={t().courses.hours.back}>
        <A href="/courses">
          <Icon name="left" />
          {t().courses.hours.back}
        </A>
      </nav>
      <View rows={12}>
        <Show when={answer()}>
          {(known) => (
            <>
              <Head answer={known()} asked={asked()} say={setSaid} />
              <Done text={said()} />
              <Figures answer={known()} />
              <section class="card" aria-label={t().courses.hours.title}>
                <Filters answer={known()} asked={asked()} set={setParams} />
                <Show
                  when={known().people.length > 0}
                  fallback={
                    <Blank
                      icon="clock"
                      title={t().courses.hours.emptyTitle}
                      text={
                        asked().short ? t().courses.hours.emptyShort : t().courses.hours.emptyText
                      }
                    />
                  }
                >
                  <HoursTable answer={known()} asked={asked()} />
                </Show>
              </section>
            </>
          )}
        </Show>
      </View>
    </>
  )
}

function Head(props: { answer: Answer; asked: HoursQuery; say: (text: string | null) => void }) {
  const has = useRoles()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <div class="page-head">
      <div class="titles row wrap">
        <h1>{t().courses.hours.title}</h1>
        <span class="hint">{t().courses.hours.hint(plainNumber(props.answer.duty))}</span>
      </div>
      <Show when={has('county', 'township')}>
        <button
          type="button"
          class="button push"
          aria-haspopup="dialog"
          onClick={() => {
            props.say(null)
            setOpen(true)
          }}
        >
          <Icon name="download" />
          {t().courses.hours.file}
        </button>
      </Show>
      <Show when={isOpen()}>
        <HoursFile
          answer={props.answer}
          asked={props.asked}
          close={() => setOpen(false)}
          say={props.say}
        />
      </Show>
    </div>
  )
}

function Figures(props: { answer: Answer }) {
  const words = () => t().courses.hours
  const counts = () => props.answer.counts
  return (
    <dl class="card course-figures">
      <div>
        <dt>{words().owing}</dt>
        <dd>{whole(counts().owing)}</dd>
      </div>
      <div>
        <dt>{words().done}</dt>
        <dd>{whole(counts().owing - counts().short)}</dd>
      </div>
      <div>
        <dt>{words().short}</dt>
        <dd class="short">
          <Show when={counts().short > 0}>
            <i class="mark weak" aria-hidden="true" />
          </Show>
          {whole(counts().short)}
        </dd>
      </div>
      <div>
        <dt>{words().total}</dt>
        <dd>{plainNumber(counts().hours)}</dd>
      </div>
    </dl>
  )
}

function Filters(props: {
  answer: Answer
  asked: HoursQuery
  set: (given: { [key in keyof Params]: string | undefined }) => void
}) {
  const has = useRoles()
  const words = () => t().courses.hours
  const now = new Date().getFullYear()
  const years = Array.from({ length: YEARS }, (_, at) => String(now - at))
  return (
    <div class="card-head course-filters">
      <select
        class="input"
        aria-label={t().courses.year}
        onChange={(event) => props.set({ year: event.currentTarget.value })}
      >
        <For each={years}>
          {(year) => (
            <option value={year} selected={year === props.answer.year}>
              {t().courses.yearOf(year)}
            </option>
          )}
        </For>
      </select>
      <Show when={has('county')}>
        <Townships chosen={props.asked.township} set={(township) => props.set({ township })} />
      </Show>
      <fieldset class="segments" aria-label={words().short}>
        <button
          type="button"
          aria-pressed={!props.asked.short}
          onClick={() => props.set({ short: undefined })}
        >
          {words().all}
        </button>
        <button
          type="button"
          aria-pressed={props.asked.short === '1'}
          onClick={() => props.set({ short: '1' })}
        >
          {words().onlyShort}
        </button>
      </fieldset>
      <input
        class="input push"
        type="search"
        maxlength={40}
        placeholder={words().search}
        aria-label={words().search}
        value={props.asked.q ?? ''}
        onChange={(event) => props.set({ q: event.currentTarget.value.trim() || undefined })}
      />
    </div>
  )
}

function Townships(props: {
  chosen: string | undefined
  set: (township: string | undefined) => void
}) {
  const places = createAsync(async () => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  return (
    <select
      class="input"
      aria-label={t().courses.hours.township}
      onChange={(event) => props.set(event.currentTarget.value || undefined)}
    >
      <option value="">{t().courses.hours.allTownships}</option>
      <For each={places.latest?.townships ?? []}>
        {({ code, name }) => (
          <option value={code} selected={code === props.chosen}>
            {placeName(name)}
          </option>
        )}
      </For>
    </select>
  )
}
