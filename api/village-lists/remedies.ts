import { LIST_REMEDIES, type ListRemedy, REMEDY_WORDS, type Words } from '../../matching/index.ts'

const SAYS: Record<ListRemedy, { says: Words; source: string }> = {
  'another-village': {
    says: {
      zh: '从外村党员中选派：本人同意，村委会职务须经本村选举委员会同意参选',
      en: 'A Party member of another village who agrees; to stand for chair the election committee consents',
    },
    source: 'S3.2',
  },
  'posted-in': {
    says: {
      zh: '由上级党组织从机关、事业单位下派任村党组织书记；村主任仍由村民选举产生',
      en: 'The Party above posts somebody in as secretary; the chair is elected by the villagers all the same',
    },
    source: 'S0',
  },
  recruited: {
    says: {
      zh: '面向社会公开选聘，入库培养后按程序提名',
      en: 'Openly recruited, trained in the pool, then nominated in due procedure',
    },
    source: 'S4',
  },
}

/** The three ways of the field's papers; how many could come now is known of the pool alone. */
export function remediesFor(elsewhere: number) {
  return LIST_REMEDIES.map((remedy) => ({
    ...{ remedy, words: REMEDY_WORDS[remedy], ...SAYS[remedy] },
    people: remedy === 'another-village' ? elsewhere : null,
  }))
}
