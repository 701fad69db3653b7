import { createAsync, useAction } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { auditOf, exportAudit, verifyAudit } from '../administration.ts'
import { AuditDrawer } from '../parts/account/audit-drawer.tsx'
import { AuditFilters } from '../parts/account/audit-filters.tsx'
import { AuditFirst } from '../parts/account/audit-first.tsx'
import { filterOf, useAuditSearch } from '../parts/account/audit-search.ts'
import { AuditTable } from '../parts/account/audit-table.tsx'
import { Done, Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { VerificationNote } from '../parts/account/verification-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import type { AuditEntry, AuditPage, Verification } from '../types.ts'
import { t } from '../words/index.ts'

/** Who looked at, changed or tried what; the auditor's work. */
export function Audit() {
  const [search] = useAuditSearch()
  const [verification, setVerification] = createSignal<Verification | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const verify = useAction(verifyAudit)
  const take = useAction(exportAudit)
  const verifying = createSending(async () => setVerification(await verify()))
  const exporting = createSending(async () => {
    const name = `audit-${new Date().toISOString().slice(0, 10)}.csv`
    save(await take(filterOf(search)), name)
    setSaid(t().audit.exported(name))
  })
  return (
    <>
      <Title text={t().audit.title} />
      <div class="page-head wrap-head">
        <div class="titles row wrap">
          <h1>{t().audit.title}</h1>
          <span class="hint">{t().audit.hint}</span>
        </div>
        <button
          type="button"
          class="button push"
          aria-disabled={exporting.isBusy()}
          onClick={() => void exporting.start()}
        >
          <Icon name="download" />
          {exporting.isBusy() ? t().audit.exporting : t().audit.export}
        </button>
        <button
          type="button"
          class="button primary"
          aria-disabled={verifying.isBusy()}
          onClick={() => void verifying.start()}
        >
          <Icon name="shield" />
          {verifying.isBusy() ? t().audit.verifying : t().audit.verify}
        </button>
      </div>
      <Refusal problem={verifying.problem() ?? exporting.problem()} />
      <div role="status">
        <Show when={verification()}>{(known) => <VerificationNote verification={known()} />}</Show>
      </div>
      <Done text={said()} />
      <View rows={12}>
        <Entries />
      </View>
    </>
  )
}

function Entries() {
  const [search] = useAuditSearch()
  const filter = createMemo(() => filterOf(search), undefined, { equals: same })
  const [pages, setPages] = createSignal(1)
  createEffect(on(filter, () => setPages(1), { defer: true }))
  const answer = createAsync(async () => {
    // Each page begins where the one before it ended, also when that was read anew.
    const [asked, wanted] = [filter(), pages()]
    const read: AuditPage[] = [await auditOf(asked, null)]
    for (let next = read[0]?.next ?? null; next !== null && read.length < wanted; ) {
      const page = await auditOf(asked, next)
      read.push(page)
      next = page.next
    }
    return read
  })
  const [opened, setOpened] = createSignal<AuditEntry | null>(null)
  const actors = () => answer.latest?.[0]?.actors ?? []
  const entries = () => answer.latest?.flatMap((page) => page.entries) ?? []
  const hasMore = () => answer.latest?.at(-1)?.next != null
  const isLoading = () => (answer.latest?.length ?? 0) < pages() && hasMore()
  return (
    <Show when={answer.latest ?? answer()}>
      <AuditFirst actors={actors()} />
      <AuditFilters actors={actors()} />
      <section class="card" aria-labelledby="entries">
        <div class="card-head">
          <h2 id="entries">{t().audit.entries}</h2>
        </div>
        <Show
          when={entries().length > 0}
          fallback={<Blank icon="log" title={t().audit.emptyTitle} text={t().audit.emptyText} />}
        >
          <AuditTable entries={entries()} actors={actors()} open={setOpened} />
          <div class="table-foot">
            <Show when={hasMore()} fallback={<span class="hint">{t().audit.noMore}</span>}>
              <button
                type="button"
                class="button slim"
                aria-disabled={isLoading()}
                onClick={() => !isLoading() && setPages((before) => before + 1)}
              >
                {isLoading() ? t().audit.loadingMore : t().audit.more}
              </button>
            </Show>
          </div>
        </Show>
      </section>
      <AuditDrawer entry={opened()} actors={actors()} close={() => setOpened(null)} />
    </Show>
  )
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Hands a file to the reader under a name. */
function save(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
