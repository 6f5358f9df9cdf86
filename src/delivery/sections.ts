import type { PublicSection } from './route.ts'

interface Placed {
  section: PublicSection
  /** The sections it lies in, from the top. */
  above: PublicSection[]
}

/** A visible section of a menu by its address. */
export const sectionBySlug = (sections: readonly PublicSection[], slug: string): Placed | undefined =>
  find(sections, (section) => section.slug === slug)

/** A visible section of a menu by its number. */
export const sectionById = (sections: readonly PublicSection[], id: number): Placed | undefined =>
  find(sections, (section) => section.id === id)

/** A section as a step of the way to a page. */
export const crumbOf = ({ name, slug, lang }: PublicSection): { name: string; href: string; lang?: 'vi' } => ({
  name,
  href: `/chuyen-muc/${slug}`,
  ...(lang.name && { lang: lang.name }),
})

function find(sections: readonly PublicSection[], wanted: (section: PublicSection) => boolean): Placed | undefined {
  for (const section of sections) {
    if (wanted(section)) return { section, above: [] }
    const below = find(section.children, wanted)
    if (below) return { section: below.section, above: [section, ...below.above] }
  }
  return undefined
}
