import type { Dictionary } from '../zh-CN.ts'

export const notice: Dictionary['notice'] = {
  title: 'Notice',
  facts: (version, on) => `version ${version} in force since ${on}`,
  none: 'No notice yet',
  hint: 'Read by everybody before enrolling; every version is kept, and a consent names the version read',
  zh: 'Text in Chinese',
  en: 'Text in English',
  textHint: '20 to 8000 characters: who, why, which data, how long, which rights, whom to ask',
  need: '20 characters or more',
  edit: 'Change the notice',
  cancel: 'Drop the changes',
  save: (version) => `Publish version ${version}`,
  saving: 'Publishing',
  saved: (version) => `Version ${version} is in force.`,
  effect:
    'Whoever enrols or agrees from now on reads this version; those who agreed before find it in “My record”.',
  same: 'Nothing was changed',
  stale:
    'Somebody published a new version after you opened it; yours was not saved and still stands below.',
  staleText: 'Compare it with the version in force and publish again.',
  compared: 'Compared: publish after this version',
  current: (version) => `Version ${version}, in force`,
  leave: 'The notice has changes that were not published. Leave this page?',
}
