import { createSignal, For } from 'solid-js'
import { whole } from '../../format.ts'
import { useRoles } from '../../session.ts'
import type { Facet } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Drawer } from '../layers.tsx'
import { FACETS } from './address.ts'
import { usePool } from './context.ts'
import { FacetGroup } from './facet-group.tsx'

/** Conditions with how many people each would leave. */
export function FacetColumn() {
  return (
    <section class="card facets" aria-label={t().pool.facets.title}>
      <div class="row facets-head">
        <h2>{t().pool.facets.title}</h2>
        <Clear />
      </div>
      <Groups />
    </section>
  )
}

/** The same where there is no room for a column. */
export function FacetDrawer() {
  const { address, pages } = usePool()
  const [isOpen, setOpen] = createSignal(false)
  const used = () => FACETS.filter((facet) => address.values(facet).length > 0).length
  return (
    <>
      <button type="button" class="button slim" onClick={() => setOpen(true)}>
        <Icon name="filter" />
        {t().pool.facets.open(used())}
      </button>
      <Drawer
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
        title={t().pool.facets.title}
        footer={
          <>
            <Clear />
            <button type="button" class="button primary push" onClick={() => setOpen(false)}>
              {t().pool.facets.close(pages.total() === undefined ? '' : whole(pages.total() ?? 0))}
            </button>
          </>
        }
      >
        <div class="facets">
          <Groups />
        </div>
      </Drawer>
    </>
  )
}

function Clear() {
  const { address } = usePool()
  const isUsed = () => FACETS.some((facet) => address.values(facet).length > 0)
  const none = Object.fromEntries(FACETS.map((facet) => [facet, null]))
  return (
    <button
      type="button"
      class="link-button small push"
      aria-disabled={!isUsed()}
      onClick={() => address.change(none)}
    >
      {t().pool.facets.clear}
    </button>
  )
}

function Groups() {
  const pool = usePool()
  const has = useRoles()
  /** Only where there is something to choose between. */
  const shown = (): Facet[] =>
    FACETS.filter((facet) => {
      if (pool.address.values(facet).length > 0) return true
      if (facet === 'township') return has('county')
      if (facet === 'tag' || facet === 'list')
        return (pool.pages.first()?.facets?.[facet]?.length ?? 0) > 0
      return true
    })
  return <For each={shown()}>{(facet) => <FacetGroup facet={facet} />}</For>
}
