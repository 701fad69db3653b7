import { sectionOf } from './sections.ts'

/** Which drawer a missing field of the portrait is entered in; numbers have a card of their own. */
export function placeOfField(field: string): { edit: string | null; field?: string } {
  if (field === 'skills') return { edit: 'skills' }
  if (field === 'relatives') return { edit: 'relative' }
  if (field === 'evidence') return { edit: 'evidence' }
  if (field === 'education') return { edit: 'education', field: 'fullTimeEducation' }
  const section = sectionOf(field)
  return section ? { edit: section, field } : { edit: null }
}
