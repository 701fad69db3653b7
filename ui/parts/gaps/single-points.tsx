import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import { briefName, personName } from '../../names.ts'
import type { Absence } from '../../studies.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'
import { Blank } from '../states.tsx'
import { amountAt, type Named, postsText, townshipIn, villageIn } from './names.ts'
import { Shorter } from './shorter.tsx'

/** People without whom a target of law or policy is missed, the heaviest first. */
export function SinglePoints(props: { absences: Absence[]; named: Named }) {
  const words = () => t().gaps.depth
  return (
    <Show
      when={props.absences.length > 0}
      fallback={<Blank icon="check" title={words().none} text={words().noneText} />}
    >
      <div class="scroll">
        <table class="table single-points" aria-label={words().table}>
          <thead>
            <tr>
              <th scope="col">{words().village}</th>
              <th scope="col">{words().person}</th>
              <th scope="col">{words().posts}</th>
              <th scope="col" class="wide">
                {words().breaks}
              </th>
              <th scope="col">{words().comes}</th>
              <th scope="col" class="number" title={words().lossHint}>
                {words().loss}
              </th>
            </tr>
          </thead>
          <Shorter items={props.absences} most={12} columns={6} more={words().more}>
            {(absence) => <AbsenceRow absence={absence} named={props.named} />}
          </Shorter>
        </table>
      </div>
    </Show>
  )
}

function AbsenceRow(props: { absence: Absence; named: Named }) {
  const nameOf = (id: string) => props.named.people.get(id)?.name ?? id
  const { village } = props.absence
  return (
    <tr>
      <th scope="row">
        <Mark state={props.absence.misses.law > 0 ? 'missed' : 'weak'} />{' '}
        <A href={`/villages/${village}`}>{villageIn(props.named, village)}</A>
        <span class="hint block">{townshipIn(props.named, village)}</span>
      </th>
      <td>
        <A class="medium" href={`/talents/${props.absence.talent}`}>
          {personName(nameOf(props.absence.talent))}
        </A>
      </td>
      <td class="small">{postsText(props.absence.posts)}</td>
      <td class="wide">
        <span class="gap-targets">
          <For each={props.absence.breaks}>
            {(broken) => (
              <span
                class="chip"
                classList={{ law: broken.tier === 'law', wish: broken.tier === 'wish' }}
              >
                {amountAt(broken, village, props.named)} ({t().tier[broken.tier]})
              </span>
            )}
          </For>
        </span>
      </td>
      <td class="small">
        <For each={props.absence.comes} fallback={t().gaps.depth.nobody}>
          {({ talent, posts }) => (
            <span class="block">
              <A href={`/talents/${talent}`}>{briefName(nameOf(talent))}</A>{' '}
              <span class="hint">{postsText(posts)}</span>
            </span>
          )}
        </For>
        <Show when={!props.absence.isProven}>
          <span class="hint block">{t().gaps.depth.unproven}</span>
        </Show>
      </td>
      <td class="number">{fitPoints(Math.max(0, props.absence.fit))}</td>
    </tr>
  )
}
