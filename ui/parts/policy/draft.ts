import { revalidate, useAction } from '@solidjs/router'
import { createContext, createMemo, createSignal, onCleanup, useContext } from 'solid-js'
import { isOfType, problemOf } from '../../client.ts'
import {
  type Change,
  dropDraft,
  type Fault,
  keepDraft,
  type StoredDraft,
  storedDraft,
  type Written,
} from '../../policy.ts'
import { isSame, isWithin, valueAt, withValue } from './pointer.ts'

/** Typing rests this long before the draft is kept. */
const REST_MS = 500
/** Without a connection it is tried again. */
const AGAIN_MS = 4000

export type Keeping = 'same' | 'waiting' | 'kept' | 'failed' | 'moved'
type InForce = Written & { version: number }
export type PolicyDraft = ReturnType<typeof createPolicyDraft>

/**
 * The next version as this account writes it: every change is kept on the server, one save after the other, so that
 * nothing typed is lost and another window sees that it moved.
 */
export function createPolicyDraft(inForce: () => InForce, stored: StoredDraft | null) {
  // Nothing of its own yet: it follows what is in force.
  const [own, setOwn] = createSignal<{ policy: Written; basedOn: number } | null>(stored)
  const policy = createMemo((): Written => own()?.policy ?? bare(inForce()))
  const basedOn = () => own()?.basedOn ?? inForce().version
  const [keeping, setKeeping] = createSignal<Keeping>(stored ? 'kept' : 'same')
  const [keptAt, setKeptAt] = createSignal(stored?.updatedAt ?? null)
  const [errors, setErrors] = createSignal<Fault[]>(stored?.errors ?? [])
  const [changes, setChanges] = createSignal<Change[]>(stored?.changes ?? [])
  const keep = useAction(keepDraft)
  const drop = useAction(dropDraft)
  let revision = stored?.revision ?? 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> = Promise.resolve()

  const isUnkept = () => keeping() === 'waiting' || keeping() === 'failed'

  function later(wait: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }
  /** Keeps what is waiting now. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    saving = saving.then(() => (isUnkept() ? save() : undefined))
    return saving
  }
  async function save(isForced = false) {
    const written = policy()
    try {
      const kept = await keep(written, basedOn(), isForced ? undefined : revision)
      revision = kept.revision
      setKeptAt(kept.updatedAt)
      setErrors(kept.errors)
      setChanges(kept.changes)
      if (policy() === written) setKeeping('kept')
    } catch (error) {
      const isMoved = isOfType(problemOf(error), 'changed')
      setKeeping(isMoved ? 'moved' : 'failed')
      if (!isMoved) later(AGAIN_MS)
    }
  }
  function write(next: Written, on = basedOn()) {
    setOwn({ policy: next, basedOn: on })
    if (keeping() === 'moved') return
    setKeeping('waiting')
    later(REST_MS)
  }
  /** What the server has now; what was typed here and not kept goes. */
  async function readLatest() {
    await revalidate(storedDraft.keyFor())
    take((await storedDraft()).draft)
  }
  function take(latest: StoredDraft | null) {
    revision = latest?.revision ?? 0
    setOwn(latest)
    setErrors(latest?.errors ?? [])
    setChanges(latest?.changes ?? [])
    setKeptAt(latest?.updatedAt ?? null)
    setKeeping(latest ? 'kept' : 'same')
  }
  const warn = (event: BeforeUnloadEvent) => {
    if (isUnkept()) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  onCleanup(() => {
    window.removeEventListener('beforeunload', warn)
    if (timer !== undefined) void flush()
    void revalidate(storedDraft.keyFor(), true)
  })

  return {
    policy,
    basedOn,
    keeping,
    keptAt,
    errors,
    changes,
    flush,
    readLatest,
    valueAt: (pointer: string) => valueAt(policy(), pointer),
    inForceAt: (pointer: string) => valueAt(inForce(), pointer),
    isChanged: (pointer: string) =>
      !isSame(valueAt(policy(), pointer), valueAt(inForce(), pointer)),
    faultsAt: (pointer: string) => errors().filter((fault) => isWithin(fault.pointer, pointer)),
    changeAt: (pointer: string) => changes().find((change) => change.pointer === pointer),
    set: (pointer: string, value: unknown) => write(withValue(policy(), pointer, value)),
    /** The whole of another policy, written on the version in force. */
    replace: (next: Written) => write(bare(next), inForce().version),
    keepThis: () => {
      setKeeping('waiting')
      saving = saving.then(() => save(true))
      return saving
    },
    discard: async () => {
      clearTimeout(timer)
      await saving
      await drop()
      take(null)
    },
    /** After signing: the server threw the draft away, and the policy in force is another. */
    signed: () => take(null),
  }
}

export const DraftContext = createContext<PolicyDraft>()

/** The draft of whoever may write; undefined for readers. */
export const useDraft = () => useContext(DraftContext)

/** A policy without its version, which is no part of what is written. */
function bare({ version: _, ...policy }: Written): Written {
  return policy
}
