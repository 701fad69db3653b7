import { A, createAsync, revalidate, useNavigate } from '@solidjs/router'
import { createEffect, onCleanup, Show } from 'solid-js'
import { importsOf } from '../imports.ts'
import { Icon } from '../parts/icon.tsx'
import { PastList } from '../parts/imports/past-list.tsx'
import { isMoving } from '../parts/imports/progress.ts'
import { StartCard } from '../parts/imports/start-card.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** Spreadsheets that come in: a new one, and those before it. */
export function Imports() {
  const navigate = useNavigate()
  return (
    <>
      <Title text={t().imports.title} />
      <div class="page-head">
        <div class="titles">
          <h1>{t().imports.title}</h1>
          <p class="hint">{t().imports.hint}</p>
        </div>
        <A class="button push" href="/appointment-forms">
          <Icon name="paper" />
          {t().appointmentForms.open}
        </A>
      </div>
      <StartCard begun={(id) => navigate(`/imports/${id}`)} />
      <View rows={5}>
        <Past />
      </View>
    </>
  )
}

/** How often the list is read again while the server works at something in it. */
const LOOK_MS = 2_000

function Past() {
  const answer = createAsync(() => importsOf())
  createEffect(() => {
    if (!answer.latest?.imports.some(({ state }) => isMoving(state))) return
    const timer = setTimeout(() => void revalidate(importsOf.key), LOOK_MS)
    onCleanup(() => clearTimeout(timer))
  })
  return <Show when={answer()}>{(known) => <PastList imports={known().imports} />}</Show>
}
