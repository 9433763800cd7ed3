import * as v from 'valibot'

/** A country by ISO 3166-1 alpha-2, such as `US`; also `EU`. */
export const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))
