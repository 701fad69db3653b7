import { createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { isOfType, problemOf } from '../client.ts'
import { Done } from '../parts/account/notices.tsx'
import { View } from '../parts/states.tsx'
import { NoticeForm } from '../parts/talent/notice-form.tsx'
import { dayOf } from '../parts/talent/when.ts'
import { Title } from '../parts/title.tsx'
import { noticeOf } from '../people.ts'
import type { NoticeAnswer } from '../types.ts'
import { t } from '../words/index.ts'

/** What everybody is told about their data, and the next version of it. */
export function Notice() {
  return (
    <View rows={8}>
      <Title text={t().notice.title} />
      <InForce />
    </View>
  )
}

function InForce() {
  const notice = createAsync<NoticeAnswer | null>(() => noticeOf().catch(noneYet))
  const [isEditing, setEditing] = createSignal(false)
  const [said, setSaid] = createSignal<string | null>(null)
  function edit() {
    setSaid(null)
    setEditing(true)
  }
  return (
    <Show when={notice() !== undefined}>
      <div class="page-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{t().notice.title}</h1>
            <span class="hint">
              <Show when={notice()} fallback={t().notice.none}>
                {(known) => <>{t().notice.facts(known().version, dayOf(known().createdAt))}</>}
              </Show>
            </span>
          </div>
          <p class="hint">{t().notice.hint}</p>
        </div>
        <Show when={!isEditing()}>
          <button type="button" class="button primary push" onClick={edit}>
            {t().notice.edit}
          </button>
        </Show>
      </div>
      <Done text={said()} />
      <Show when={isEditing()} fallback={<Texts notice={notice() ?? null} />}>
        <NoticeForm
          notice={notice() ?? null}
          done={(version) => {
            setSaid(t().notice.saved(version))
            setEditing(false)
          }}
          cancel={() => setEditing(false)}
        />
      </Show>
    </Show>
  )
}

/** A county that has written none yet begins with the first. */
function noneYet(error: unknown): null {
  if (isOfType(problemOf(error), 'not-found')) return null
  throw error
}

function Texts(props: { notice: NoticeAnswer | null }) {
  return (
    <Show when={props.notice}>
      {(known) => (
        <div class="notice-texts">
          <section class="card part" lang="zh-CN">
            <h2>{t().notice.zh}</h2>
            <p class="reading">{known().zh}</p>
          </section>
          <section class="card part" lang="en">
            <h2>{t().notice.en}</h2>
            <p class="reading">{known().en}</p>
          </section>
        </div>
      )}
    </Show>
  )
}
