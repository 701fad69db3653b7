/** Words of spreadsheets that come in and go out. */
export const imports = {}
