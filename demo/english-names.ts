// English names of the demonstration network. Proper names keep their diacritics; kinds of office are translated.
import type { EnglishNames } from '../src/sites/name-in-english.ts'
import type { DemoSite } from './network.ts'

const committee = 'People’s Committee of Hà Nội City'

const departments: Readonly<Record<string, string>> = {
  'so-giao-duc-va-dao-tao': 'Department of Education and Training',
  'so-y-te': 'Department of Health',
  'so-xay-dung': 'Department of Construction',
}

/** How a demo portal names itself in English. */
export function englishNamesOf(site: DemoSite): EnglishNames {
  const department = departments[site.key]
  const ward = site.unitName.replace(/^Phường /, '')
  if (site.template === 'city')
    return {
      nameEn: 'Portal of Hà Nội City',
      shortNameEn: 'Hà Nội',
      taglineEn: null,
      agencyEn: `Office of the ${committee}`,
      governingBodyEn: committee,
    }
  return {
    nameEn: department ? `Portal of the Hà Nội ${department}` : `Portal of ${ward} Ward`,
    shortNameEn: department ?? `${ward} Ward`,
    taglineEn: null,
    agencyEn: department ? `Hà Nội ${department}` : `People’s Committee of ${ward} Ward`,
    governingBodyEn: committee,
  }
}
