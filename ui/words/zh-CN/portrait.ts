/** Words of the portrait as it is edited: fields, evidence, relatives, history. */
export const portrait = {}
