import { Problem } from '../problem.ts'

/** A piece of evidence, an honour or a relative that the record does not have. */
export function noSuchPart(): Problem {
  return new Problem('not-found', {
    zh: '这份档案中没有这一项，可能已被删除。请刷新后再操作。',
    en: 'The record has no such entry; it may be gone. Read the record again.',
  })
}
