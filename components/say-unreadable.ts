import type { Place } from '../core/site.ts'
import { say } from '../core/words.ts'

/** Why a page is not read, as a notice's title and sentence. */
export function sayUnreadable(place: Place): { title: string; children: string } {
  if (place.kind === 'extension' && place.own)
    return {
      title: say('state_ownPage'),
      children: say('state_ownPageNote'),
    }
  if (place.kind === 'extension')
    return {
      title: say('state_otherExtension'),
      children: say('state_otherExtensionNote'),
    }
  if (place.kind === 'files')
    return {
      title: say('state_fileClosed'),
      children: say('state_fileClosedNote'),
    }
  if (place.kind === 'host')
    return {
      title: say('state_unreadable'),
      children: say('state_pageClosedNote'),
    }
  return {
    title: say('state_unreadable'),
    children: say('state_browserPageNote'),
  }
}
