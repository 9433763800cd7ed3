import type { Discourse } from './read-speaker.ts'

const OUTLET =
  /^(?:The )?(?:(?:[A-Z][\w&’'.-]* (?:and )?)+(?:Journal|Times|Post|News|Herald|Guardian|Telegraph|Independent|Gazette|Tribune|Stripes|Ledger|Register|Standard|Review|Magazine|Radio|TV|Press|Business|Mail|Globe|Economist|Nikkei|Weekly|Daily|Chronicle|Observer|Courier|Examiner|Monthly|Wire|Broadcasting)|Reuters|Bloomberg|AP|AFP|BBC|CNN|CNBC|WSJ|NPR|Xinhua|Axios|Politico|Wired|Nikkei|ZDNet|TechCrunch|Guardian|Handelsblatt|Spiegel)$/
const GENERIC_OUTLET =
  /^(?:the )?(?:news outlet|publication|newspaper|paper|magazine|news agency|outlet|broadcaster|website|news site)$/i
/** "the newspaper De Avond" */
const CALLED_OUTLET =
  /^(?:(?:[a-z]+ |[A-Z][a-z]+ )?(?:newspaper|daily|weekly|magazine|broadcaster|news agency|news site|website)) ((?:[A-Z][\w&’'-]*)(?: [A-Z][\w&’'-]*){0,3})$/

/** The outlet that words name, in full; undefined where they name none. */
export function readOutlet(words: string, discourse: Discourse): string | undefined {
  const name = words
    .trim()
    .replace(/^the (?!New|Times)/, '')
    .replace(/[,;:.]$/, '')
    .replace(/ (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, '')
  if (GENERIC_OUTLET.test(name)) return discourse.outlets.at(-1)
  const bare = name.replace(/^The /, '')
  // "the Journal" and "the WSJ" are The Wall Street Journal where that was named before.
  const known = discourse.outlets.findLast((outlet) => {
    const full = outlet.replace(/^The /, '')
    return full === bare || full.endsWith(` ${bare}`) || initials(full) === bare
  })
  if (known) return known
  const called = CALLED_OUTLET.exec(name)?.[1]
  if (called) return called
  return OUTLET.test(name) ? (bare.includes(' ') ? name : bare) : undefined
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
}
