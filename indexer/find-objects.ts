/** What actions are about. Two actions with different objects are different actions. */
const OBJECTS: Record<string, RegExp> = {
  phones:
    /\b(?:smart ?|cell)?phones?\b|\bhandsets?\b|\bmobile devices?\b|\bdevices\b|\bmodems?\b|\bconsumer electronics\b/i,
  networks:
    /\b5G\b|\bnetwork(?:s|ing)?\b|\btelecom(?:s|munications?)? (?:equipment|gear|infrastructure|hardware)\b|\bhardware\b|\bequipment\b|\binfrastructure\b/i,
  exports: /\bexport\w*\b|\bimports?\b|\bcomponents?\b|\bsuppliers?\b|\bdenial\b/i,
}

/** The classes of things that a passage speaks of, sorted. */
export function findObjects(text: string): string[] {
  return Object.keys(OBJECTS).filter((name) => OBJECTS[name]?.test(text))
}
