import { createSignal, For, Show } from 'solid-js'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { LinkedRelative, MatchLine, NamedRelative } from './relative-lines.tsx'
import { type Match, NotTheSame, SameHuman, Unlinking } from './relative-match.tsx'

type Relative = TalentRecord['relatives'][number]
type Asked = { relative: Relative; match: Match; isSame: boolean }

/** Relatives as the person named them, who of them is in the pool, and links that stand without a name. */
export function RelativesCard(props: {
  talent: TalentRecord
  edit?: ((id: string) => void) | undefined
  add?: (() => void) | undefined
}) {
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const [unlinked, setUnlinked] = createSignal<Relative | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const done = (text: string) => {
    setAsked(null)
    setSaid(text)
  }
  const links = () =>
    props.talent.family.filter(
      ({ person }) => !props.talent.relatives.some(({ linked }) => linked?.id === person.id),
    )
  const linkOf = (id: string | undefined) =>
    props.talent.family.find(({ person }) => person.id === id)
  const isNobody = () => props.talent.relatives.length + links().length === 0
  return (
    <section class="card" aria-labelledby="relatives">
      <div class="card-head">
        <h2 id="relatives">{t().portrait.family}</h2>
        <Show when={props.add}>
          {(add) => (
            <button type="button" class="button slim push" onClick={() => add()()}>
              <Icon name="plus" />
              {t().portrait.addRelative}
            </button>
          )}
        </Show>
      </div>
      <div class="card-body">
        <Done text={said()} />
        <Show when={!isNobody()} fallback={<p class="hint">{t().portrait.noRelatives}</p>}>
          <ul class="relatives">
            <For each={props.talent.relatives}>
              {(relative) => (
                <li>
                  <NamedRelative relative={relative} edit={props.edit} />
                  <Show when={relative.linked}>
                    {(linked) => (
                      <LinkedRelative
                        person={linked()}
                        isBarred={linkOf(linked().id)?.isBarred ?? false}
                        relation={linkOf(linked().id)?.relation}
                        unlink={props.edit && (() => setUnlinked(relative))}
                      />
                    )}
                  </Show>
                  <Show when={props.edit && !relative.linked}>
                    <For each={relative.matches}>
                      {(match) => (
                        <MatchLine
                          match={match}
                          ask={(isSame) => setAsked({ relative, match, isSame })}
                        />
                      )}
                    </For>
                  </Show>
                </li>
              )}
            </For>
            <For each={links()}>
              {(link) => (
                <li>
                  <LinkedRelative
                    person={link.person}
                    isBarred={link.isBarred}
                    relation={link.relation}
                  />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
      <Unlinking
        talent={props.talent}
        relative={unlinked()}
        close={() => setUnlinked(null)}
        done={done}
      />
      <Show when={asked()} keyed>
        {(one) => (
          <Panel
            isOpen
            onClose={() => setAsked(null)}
            title={one.isSame ? t().portrait.sameTitle : t().portrait.notSameTitle}
          >
            <Show
              when={one.isSame}
              fallback={
                <NotTheSame
                  talent={props.talent}
                  {...one}
                  done={done}
                  cancel={() => setAsked(null)}
                />
              }
            >
              <SameHuman talent={props.talent} {...one} done={done} cancel={() => setAsked(null)} />
            </Show>
          </Panel>
        )}
      </Show>
    </section>
  )
}
