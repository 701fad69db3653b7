import highs from 'highs'

/** The package's types describe its CommonJS build; in its module build the default is the loader itself. */
export const loadHighs = highs as unknown as typeof highs.default
