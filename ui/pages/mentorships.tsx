import { createAsync, useAction, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { accountsOf } from '../administration.ts'
import { mentorLinesOf } from '../mentorships.ts'
import { Ask } from '../parts/account/ask.tsx'
import { Done } from '../parts/account/notices.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Panel } from '../parts/layers.tsx'
import { HandOver } from '../parts/mentorships/hand-over.tsx'
import { OpenPairs } from '../parts/mentorships/open-pairs.tsx'
import { ProfileForm } from '../parts/mentorships/profile-form.tsx'
import { Suggestions } from '../parts/mentorships/suggestions.tsx'
import { createSome, ShowAll } from '../parts/show-all.tsx'
import { Blank, View } from '../parts/states.tsx'
import { FindMentee, FindPerson } from '../parts/talent/find-mentee.tsx'
import {
  isGoingOn,
  type MentorShown,
  MentorWithMentees,
} from '../parts/talent/mentor-with-mentees.tsx'
import { Title } from '../parts/title.tsx'
import { endMentorship, mentorshipsOf } from '../people.ts'
import { useRoles } from '../session.ts'
import type { Mentorship } from '../types.ts'
import { t } from '../words/index.ts'

/** Cards at a time. */
const FIRST = 24

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
  const [search, setSearch] = useSearchParams<{ talent?: string }>()
  const mentors = createMentors()
  const links = createAsync(() => mentorshipsOf())
  const [adding, setAdding] = createSignal<MentorShown | null>(null)
  const [ending, setEnding] = createSignal<Mentorship | null>(null)
  const [leaving, setLeaving] = createSignal<MentorShown | null>(null)
  const [profiled, setProfiled] = createSignal<MentorShown | null>(null)
  const [isChoosing, setChoosing] = createSignal(false)
  const [text, setText] = createSignal('')
  const [said, setSaid] = createSignal<string | null>(null)
  const end = useAction(endMentorship)
  const all = () => links()?.mentorships ?? []
  const byMentor = createMemo(() => Map.groupBy(all(), ({ mentor }) => mentor.id))
  const of = (mentor: string) => byMentor().get(mentor) ?? []
  /** Closed accounts stay for what they did; who has people in reach comes first. */
  const known = () =>
    mentors()
      .filter(({ id, state }) => state !== 'closed' || of(id).length > 0)
      .sort((a, b) => Number(of(b.id).length > 0) - Number(of(a.id).length > 0))
  const found = () =>
    known().filter(({ name, position }) => `${name}${position ?? ''}`.includes(text().trim()))
  const some = createSome(found, FIRST)
  return (
    <>
      <div class="page-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{t().mentorships.title}</h1>
            <span class="hint">
              {t().mentorships.facts(known().length, all().filter(isGoingOn).length)}
            </span>
          </div>
          <p class="hint">{t().mentorships.hint}</p>
        </div>
        <span class="push" />
        <ExportTable table="mentorships" name={t().mentorships.title} />
        <button type="button" class="button primary" onClick={() => setChoosing(true)}>
          {t().mentorships.suggest.open}
        </button>
      </div>
      <Done text={said()} />
      <Show when={search.talent} keyed>
        {(talent) => (
          <View rows={4}>
            <Suggestions
              talent={talent}
              said={setSaid}
              close={() => setSearch({ talent: null }, { scroll: false })}
            />
          </View>
        )}
      </Show>
      <View rows={2}>
        <OpenPairs said={setSaid} />
      </View>
      <Show
        when={known().length > 0}
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
        <input
          class="input mentor-find"
          type="search"
          aria-label={t().mentorships.find}
          placeholder={t().mentorships.find}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="mentors">
          <For
            each={some.shown()}
            fallback={<p class="hint">{t().mentorships.notFound(text())}</p>}
          >
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
                handOver={() => {
                  setSaid(null)
                  setLeaving(mentor)
                }}
                profile={() => {
                  setSaid(null)
                  setProfiled(mentor)
                }}
              />
            )}
          </For>
        </div>
        <ShowAll hidden={some.hidden()} show={some.showAll} />
      </Show>
      <Panel
        isOpen={isChoosing()}
        onClose={() => setChoosing(false)}
        title={t().mentorships.suggest.choose}
      >
        <FindPerson
          text={t().mentorships.suggest.chooseText}
          verb={t().mentorships.suggest.pick}
          choose={(person) => {
            setSaid(null)
            setChoosing(false)
            setSearch({ talent: person.id })
          }}
        />
      </Panel>
      <Panel
        isOpen={leaving() !== null}
        onClose={() => setLeaving(null)}
        title={t().mentorships.handing.title(leaving()?.name ?? '')}
      >
        <Show when={leaving()}>
          {(mentor) => (
            <HandOver
              from={mentor()}
              mentees={of(mentor().id).filter(isGoingOn).length}
              done={(text) => {
                setSaid(text)
                setLeaving(null)
              }}
            />
          )}
        </Show>
      </Panel>
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
      <Panel
        isOpen={profiled() !== null}
        onClose={() => setProfiled(null)}
        title={t().mentorships.profile.title(profiled()?.name ?? '')}
      >
        <Show when={profiled()}>
          {(mentor) => (
            <ProfileForm
              account={mentor().id}
              done={(text) => {
                setSaid(text)
                setProfiled(null)
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

/** The county knows accounts that wait or are closed as well. */
function createMentors(): () => MentorShown[] {
  const has = useRoles()
  const lines = createAsync(() => mentorLinesOf())
  const accounts = createAsync(async () => (has('county') ? accountsOf() : undefined))
  return () => {
    const loads = new Map((lines()?.mentors ?? []).map((line) => [line.id, line]))
    if (!has('county'))
      return [...loads.values()].map((line) => ({ ...line, state: 'active', load: line }))
    return (accounts()?.accounts ?? [])
      .filter(({ role }) => role === 'mentor')
      .map(({ id, name, position, state }) => ({
        ...{ id, name, position, state, load: loads.get(id) ?? null },
      }))
  }
}
