/** Words of the pool: search, saved searches, lists, comparison, duplicates. */
export const pool = {}
