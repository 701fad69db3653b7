import { A, createAsync, useSearchParams } from '@solidjs/router'
import { createMemo, For, Show, Suspense } from 'solid-js'
import { personName } from '../../names.ts'
import { rankingOf, talentOf } from '../../queries.ts'
import type { Finding, Post } from '../../types.ts'
import { POSTS } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { CriteriaTable, StandingLegend } from '../contribution.tsx'
import { EvidenceList, FamilyList, SkillList } from '../evidence.tsx'
import { FitLine } from '../fit.tsx'
import { Drawer } from '../layers.tsx'
import { Mark, type State } from '../mark.tsx'
import { factsOf } from '../person-line.tsx'
import { Skeleton } from '../states.tsx'
import { TalentFacts } from '../talent/facts.tsx'
import { PrivateValues } from '../talent/private-values.tsx'
import { useBoard } from './board.ts'

/** One person beside the board, named in the address so that back closes it. */
export function PersonDrawer() {
  const [search, setSearch] = useSearchParams<{ person?: string; post?: string }>()
  const talent = createAsync(async () => (search.person ? talentOf(search.person) : null))
  const post = createMemo<Post>(() => POSTS.find((one) => one === search.post) ?? 'secretary')
  const name = () => (talent.latest ? personName(talent.latest.name) : t().person.title)
  return (
    <Suspense>
      <Drawer
        isOpen={search.person !== undefined}
        onClose={() => setSearch({ person: null, post: null })}
        title={name()}
        hint={talent.latest ? factsOf(talent.latest) : ''}
        footer={
          <>
            <span class="hint">{t().person.meaning}</span>
            <A class="push" href={`/talents/${search.person}`}>
              {t().talent.open}
            </A>
          </>
        }
      >
        <Suspense fallback={<Skeleton rows={8} />}>
          <Show when={talent()}>
            {(known) => (
              <div class="column person-panel">
                <TalentFacts talent={known()} />
                <PrivateValues talent={known()} />
                <InPost id={known().id} post={post()} />
                <SkillList talent={known()} />
                <EvidenceList talent={known()} />
                <FamilyList talent={known()} />
              </div>
            )}
          </Show>
        </Suspense>
      </Drawer>
    </Suspense>
  )
}

/** How the person stands for the post that the reader came from. */
function InPost(props: { id: string; post: Post }) {
  const board = useBoard()
  const answer = createAsync(() =>
    rankingOf(board.village.code, props.post, board.choices().weights[props.post]),
  )
  const entry = () => {
    const ranking = answer()?.ranking
    return [ranking?.ranked, ranking?.unknown, ranking?.barred]
      .flatMap((list) => list ?? [])
      .find(({ talent }) => talent === props.id)
  }
  const post = () => t().postIn[board.village.kind][props.post]
  return (
    <Show when={entry()} fallback={<p class="hint">{t().person.notRanked}</p>}>
      {(found) => (
        <>
          <section>
            <h3>
              {t().person.why}
              {t().separator}
              {post()}
            </h3>
            <FitLine fit={found()} />
            <ul class="bullets">
              <For each={found().reasons}>{(words) => <li>{say(words)}</li>}</For>
            </ul>
          </section>
          <Findings findings={found().findings} />
          <section>
            <h3>{t().person.criteria(post())}</h3>
            <StandingLegend />
            <CriteriaTable shares={found().shares} />
          </section>
        </>
      )}
    </Show>
  )
}

const STATES: Record<Finding['outcome'], State> = {
  met: 'met',
  caution: 'weak',
  relaxable: 'weak',
  unknown: 'unknown',
  breach: 'missed',
}

function Findings(props: { findings: Finding[] }) {
  return (
    <section>
      <h3>{t().person.findings}</h3>
      <ul class="finding-list">
        <For
          each={props.findings}
          fallback={
            <li>
              <Mark state="met" /> {t().eligibility.eligible}
            </li>
          }
        >
          {(finding) => (
            <li>
              <Mark state={STATES[finding.outcome]} /> {say(finding.words)}
              <Show when={finding.approvedBy}>
                {(level) => <> ({t().slate.relaxed(t().level[level()])})</>}
              </Show>
              <Show when={finding.missing}>
                {(missing) => (
                  <span class="chip open">
                    {t().ranking.missingPaper}
                    {t().colon}
                    {say(missing())}
                  </span>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
