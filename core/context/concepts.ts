import { stem } from './stem.ts'

/**
 * Words that say the same thing in reports on this field, so that "carriers were told to drop" finds
 * "telcos should stop buying". One line a concept; words in their dictionary form;
 * a word may stand in several. `china-state` is the Chinese state by any name (`spell-names.ts`).
 */
const CONCEPTS: Record<string, string> = {
  ties: 'tie link connection connected linked close closely relationship beholden association affiliated affiliation vehicle obligation subject controlled influence',
  state: 'china-state state state-owned government-controlled regime communist party',
  military:
    'military army soldier officer liberation pla defence defense pentagon troop base personnel armed forces',
  spying:
    'spy spies espionage snoop surveillance surveil eavesdrop intelligence backdoor covertly track monitor undetected listen wiretap intercept bug unnoticed',
  attack:
    'cyberattack hack hacker cyber-attack intrusion malware exploit vulnerable vulnerability disable disrupt sabotage cripple',
  risk: 'risk threat danger concern worry fear pose unacceptable security safety undermine wary warning',
  buying: 'buy purchase procure lease acquire procurement subsidy fund',
  selling: 'sell sale offer flog stock shop store retail outlet exchange concession',
  stopping:
    'stop ban block bar exclude exclusion prohibit prohibition forbid drop remove rip lock keep refrain shun disallow freeze limit restrict restriction curb shut avoid pull steer steers away cut halt phase',
  federal: 'federal government agency contractor department ministry official',
  carrier: 'telco carrier operator isp provider telecom telecoms telecommunications at&t verizon',
  equipment: 'equipment hardware gear kit part product technology system component vendor supplier',
  network: 'network 5g wireless infrastructure mobile broadband deployment rollout build-out',
  allies: 'ally country nation partner abroad foreign europe pacific neighbour',
  export:
    'export import component supplier supply chip technology privilege denial licence license blacklist semiconductor qualcomm',
  sanctions: 'sanction iran korea embargo violation breach violate ship trade',
  money: 'fine penalty billion million pay settle settlement',
  law: 'bill law legislation act lawmaker senator representative congress house senate introduce sign',
  hearing: 'testify testimony hearing committee tell senate',
  phones: 'phone smartphone handset device mate cellphone modem tablet',
  probe: 'investigate investigation investigator probe inquiry subpoena search',
  deal: 'deal plan agreement partnership',
  trust:
    'trust trusted deny denial proud obey comply commit committed law-abiding openness transparency',
  ownership: 'state-owned owned owner ownership shareholder stake',
  rights: 'accusation allegation claim charge',
  urging: 'urge press push lobby pressure persuade warn caution advise',
  people: 'consumer citizen customer americans people user',
  building: 'build construct',
  founder: 'founder found set establish start origin',
  america: 'america american americans washington',
  britain: 'britain british blighty london',
  china: 'china chinese beijing',
  australia: 'australia australian canberra',
  doubt: 'suspicion suspicious doubt question wary distrust mistrust',
  evaluation: 'assess evaluate mitigate manage review examine',
}

const CONCEPTS_OF = new Map<string, string[]>()
for (const [concept, list] of Object.entries(CONCEPTS))
  for (const word of list.split(' '))
    CONCEPTS_OF.set(stem(word), [
      ...new Set([...(CONCEPTS_OF.get(stem(word)) ?? []), `*${concept}`]),
    ])

/** The concepts that a stem belongs to. */
export function conceptsOf(stemmed: string): string[] {
  return CONCEPTS_OF.get(stemmed) ?? []
}
