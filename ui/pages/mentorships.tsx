import { createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { accountsOf } from '../administration.ts'
import { Ask } from '../parts/account/ask.tsx'
import { Done } from '../parts/account/notices.tsx'
import { Panel } from '../parts/layers.tsx'
import { Blank, View } from '../parts/states.tsx'
import { FindMentee } from '../parts/talent/find-mentee.tsx'
import { isGoingOn, MentorWithMentees } from '../parts/talent/mentor-with-mentees.tsx'
import { Title } from '../parts/title.tsx'
import { endMentorship, mentorshipsOf } from '../people.ts'
import type { AccountOfList, Mentorship } from '../types.ts'
import { t } from '../words/index.ts'

/** Every mentor with the mentees; a mentor sees nobody else. */
export function Mentorships() {
  return (
    <View rows={8}>
      <Title text={t().mentorships.title} />
      <Mentors />
    </View>
  )
}

function Mentors() {
  const accounts = createAsync(() => accountsOf())
  const links = createAsync(() => mentorshipsOf())
  const [adding, setAdding] = createSignal<AccountOfList | null>(null)
  const [ending, setEnding] = createSignal<Mentorship | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const end = useAction(endMentorship)
  const all = () => links()?.mentorships ?? []
  const of = (mentor: string) => all().filter((link) => link.mentor.id === mentor)
  /** Closed accounts stay for what they did. */
  const mentors = () =>
    (accounts()?.accounts ?? []).filter(
      ({ id, role, state }) => role === 'mentor' && (state !== 'closed' || of(id).length > 0),
    )
  return (
    <>
      <div class="page-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{t().mentorships.title}</h1>
            <span class="hint">
              {t().mentorships.facts(mentors().length, all().filter(isGoingOn).length)}
            </span>
          </div>
          <p class="hint">{t().mentorships.hint}</p>
        </div>
      </div>
      <Done text={said()} />
      <Show
        when={mentors().length > 0}
        fallback={
          <section class="card">
            <Blank
              icon="people"
              title={t().mentorships.emptyTitle}
              text={t().mentorships.emptyText}
            />
          </section>
        }
      >
        <div class="mentors">
          <For each={mentors()}>
            {(mentor) => (
              <MentorWithMentees
                mentor={mentor}
                links={of(mentor.id)}
                add={() => {
                  setSaid(null)
                  setAdding(mentor)
                }}
                end={(link) => {
                  setSaid(null)
                  setEnding(link)
                }}
              />
            )}
          </For>
        </div>
      </Show>
      <Panel
        isOpen={adding() !== null}
        onClose={() => setAdding(null)}
        title={t().mentorships.addTo(adding()?.name ?? '')}
      >
        <Show when={adding()}>
          {(mentor) => (
            <FindMentee
              mentor={mentor()}
              mentees={of(mentor().id)
                .filter(isGoingOn)
                .map(({ talent }) => talent.id)}
              done={(text) => {
                setSaid(text)
                setAdding(null)
              }}
            />
          )}
        </Show>
      </Panel>
      <Ask
        isOpen={ending() !== null}
        close={() => setEnding(null)}
        title={t().mentorships.endTitle(ending()?.mentor.name ?? '', ending()?.talent.name ?? '')}
        verb={t().mentorships.endDo}
        isDangerous
        act={async () => {
          const link = ending()
          if (!link) return
          await end(link.mentor.id, link.talent.id)
          setSaid(t().mentorships.ended(link.talent.name))
        }}
      >
        <p>{t().mentorships.endEffect}</p>
      </Ask>
    </>
  )
}
