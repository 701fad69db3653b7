/** Ends the header of a column that shows what the program found, and that is not read again. */
export const TO_SEE = '（查看用）'
