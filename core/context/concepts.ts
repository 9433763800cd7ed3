/**
 * Words that say the same thing in reports on this field, so that "carriers were told to drop" finds
 * "telcos should stop buying". One line a concept; words in their dictionary form.
 */
const CONCEPTS: Record<string, string> = {
  ties: 'tie link connection connected linked close closely relationship beholden association affiliated',
  state: 'communist regime party state-owned state government-controlled',
  military:
    'military army soldier officer liberation pla defence defense pentagon troop base personnel armed forces',
  spying:
    'spy spies espionage snoop surveillance surveil eavesdrop intelligence backdoor covertly track monitor undetected',
  attack: 'cyberattack hack hacker cyber-attack intrusion malware exploit vulnerable vulnerability',
  risk: 'risk threat danger concern worry fear pose security unacceptable',
  buying: 'buy purchase procure lease acquire procurement subsidy fund',
  selling: 'sell sale offer flog stock shop store retail outlet exchange concession',
  stopping:
    'stop ban block bar exclude exclusion prohibit forbid drop remove rip lock keep refrain shun disallow freeze limit restrict',
  carrier: 'telco carrier operator isp provider telecom telecoms telecommunications at&t verizon',
  network: 'network 5g wireless infrastructure mobile broadband deployment rollout build-out',
  allies: 'ally country nation partner abroad foreign europe pacific neighbour',
  export:
    'export import component supplier chip technology privilege denial licence license entity blacklist semiconductor',
  sanctions: 'sanction iran korea embargo violation breach violate ship trade',
  money: 'fine penalty billion million pay settle settlement',
  law: 'bill law legislation act lawmaker senator representative congress house senate introduce sign',
  hearing: 'testify testimony hearing committee tell senate',
  phones: 'phone smartphone handset device mate cellphone modem',
  deal: 'deal plan agreement partnership',
  trust:
    'trust trusted deny denial proud obey comply commit committed law-abiding openness transparency',
  rights: 'accusation allegation claim charge',
  urging: 'urge press push lobby pressure persuade warn caution advise',
  people: 'consumer citizen customer americans people user',
  founder: 'founder found set establish start origin',
  america: 'america american americans washington',
  britain: 'britain british blighty london',
  china: 'china chinese beijing',
  australia: 'australia australian canberra',
  doubt: 'suspicion suspicious doubt question wary distrust mistrust',
  evaluation: 'assess evaluate mitigate manage review examine',
}

const SUFFIXES = [
  'ations',
  'ation',
  'ings',
  'ing',
  'edly',
  'ed',
  'ies',
  'ers',
  'er',
  'es',
  's',
  'ly',
]

/** A word's stem: enough to join "banned", "bans", "banning". */
export function stem(word: string): string {
  const suffix = SUFFIXES.find((one) => word.endsWith(one) && word.length - one.length >= 3)
  if (suffix === undefined) return word.replace(/e$/, '')
  const base = word.slice(0, -suffix.length) + (suffix === 'ies' ? 'y' : '')
  return base.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '')
}

const CONCEPT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CONCEPTS).flatMap(([concept, list]) =>
    list.split(' ').map((word) => [stem(word), `*${concept}`] as const),
  ),
)

/** The concept of a stem, where it has one. */
export function conceptOf(stemmed: string): string | undefined {
  return CONCEPT_OF.get(stemmed)
}
