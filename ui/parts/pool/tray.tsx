import { A } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { briefName, placeName } from '../../names.ts'
import { useRoles } from '../../session.ts'
import { t } from '../../words/index.ts'
import { MakePlans } from '../cultivation-plan/bulk.tsx'
import { AskForPaper } from '../exports/export-table.tsx'
import { Icon } from '../icon.tsx'
import { ExportDialog } from '../imports/export-dialog.tsx'
import { Panel } from '../layers.tsx'
import { isPhone } from '../phone.ts'
import { AddToList } from './add-to-list.tsx'
import { usePool } from './context.ts'
import { type Chosen, comparisonHref, LEAST_COMPARED, MOST_COMPARED } from './selection.ts'
import { TagPeople } from './tag-people.tsx'

/** Who is chosen, and what to do with them: compare up to four, put on a list, tag. */
export function Tray() {
  const { selection } = usePool()
  const count = () => selection.people().length
  return (
    <Show when={count() > 0}>
      <section class="tray" aria-label={t().pool.tray.title}>
        <b class="nowrap" role="status">
          {count() <= MOST_COMPARED ? t().pool.tray.compare : t().pool.tray.chosen(count())}{' '}
          <Show when={count() <= MOST_COMPARED}>
            <span class="hint">{t().pool.tray.slots(count())}</span>
          </Show>
        </b>
        <button
          type="button"
          class="button plain slim icon-only"
          aria-label={t().pool.tray.clear}
          title={t().pool.tray.clear}
          onClick={selection.clear}
        >
          <Icon name="close" />
        </button>
        <Show when={count() <= MOST_COMPARED && !isPhone()}>
          <ol class="slots">
            <For each={selection.people()}>{(person) => <Slot person={person} />}</For>
            <Show when={count() < MOST_COMPARED}>
              <li class="slot open">{t().pool.tray.slot(MOST_COMPARED - count())}</li>
            </Show>
          </ol>
        </Show>
        <div class="row wrap push tray-acts">
          <Acts />
        </div>
      </section>
    </Show>
  )
}

function Slot(props: { person: Chosen }) {
  const { selection } = usePool()
  const facts = () =>
    `${props.person.sex ? t().sex[props.person.sex] : t().unknown} ${props.person.age ?? t().unknown}`
  return (
    <li class="slot">
      <span class="slot-text">
        <span class="medium">{briefName(props.person.name)}</span>
        <span class="hint block">
          {[facts(), placeName(props.person.homeVillage.name)].join(t().separator)}
        </span>
      </span>
      <button
        type="button"
        class="button plain slim icon-only"
        aria-label={t().pool.tray.drop(props.person.name)}
        onClick={() => selection.drop([props.person.id])}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}

function Acts() {
  const pool = usePool()
  const { selection } = pool
  const has = useRoles()
  const [doing, setDoing] = createSignal<'list' | 'tag' | 'plans' | 'export' | 'forms' | null>(null)
  const close = () => setDoing(null)
  const count = () => selection.people().length
  return (
    <>
      <Show when={selection.people().length === 1}>
        <button
          type="button"
          class="button slim"
          onClick={() => {
            const [person] = selection.people()
            if (person) pool.findLike(person)
          }}
        >
          {t().pool.tray.like}
        </button>
      </Show>
      <Show when={has('county', 'township')}>
        <button type="button" class="button slim" onClick={() => setDoing('tag')}>
          {t().pool.tray.tag}
        </button>
        <button type="button" class="button slim" onClick={() => setDoing('list')}>
          {t().pool.tray.addToList}
        </button>
        <button type="button" class="button slim" onClick={() => setDoing('plans')}>
          {t().cultivationPlan.bulk.open}
        </button>
        <Show when={!isPhone()}>
          <button type="button" class="button slim" onClick={() => setDoing('export')}>
            {t().pool.tray.export}
          </button>
          <button type="button" class="button slim" onClick={() => setDoing('forms')}>
            {t().exportPages.forms}
          </button>
          <ExportDialog
            query={{}}
            people={selection.ids()}
            columns={pool.columns.shown()}
            count={selection.people().length}
            isOpen={doing() === 'export'}
            onClose={close}
          />
          <Panel
            isOpen={doing() === 'forms'}
            onClose={close}
            title={t().exportPages.formsTitle(count())}
          >
            <AskForPaper
              text={t().exportPages.formsText}
              asked={(purpose) => ({
                kind: 'lrmx',
                talents: [...selection.ids()],
                idNumbers: false,
                purpose,
              })}
              close={close}
            />
          </Panel>
        </Show>
        <Compare />
        <AddToList isOpen={doing() === 'list'} close={close} />
        <TagPeople isOpen={doing() === 'tag'} close={close} />
        <MakePlans isOpen={doing() === 'plans'} ids={selection.ids()} close={close} />
      </Show>
    </>
  )
}

function Compare(): JSX.Element {
  const { address, selection } = usePool()
  const count = () => selection.people().length
  const why = () => {
    if (count() < LEAST_COMPARED) return t().pool.tray.few
    return count() > MOST_COMPARED ? t().pool.tray.many : ''
  }
  return (
    <Show when={why() === ''} fallback={<span class="hint">{why()}</span>}>
      <A
        class="button primary"
        href={comparisonHref(selection.ids(), address.text('seat'))}
        state={{ list: address.whole() }}
      >
        {t().pool.tray.go}
      </A>
    </Show>
  )
}
