import type { FC } from 'hono/jsx'
import type { Choices } from '../queries.ts'
import { formId } from './panel-fields.tsx'
import { fields } from './read-article-form.ts'

interface TreeProps {
  sections: Choices['sections']
  chosen: readonly number[]
  hiddenLabel: string
  parentId?: number | null
}

/** The sections of a portal as boxes to tick, those of a section below it. Hidden ones are shown while they are chosen. */
export const SectionTree: FC<TreeProps> = ({ sections, chosen, hiddenLabel, parentId = null }) => {
  const here = sections.filter(
    (section) => section.parentId === parentId && (!section.hidden || chosen.includes(section.id)),
  )
  if (here.length === 0) return null
  return (
    <ul class="tree">
      {here.map((section) => (
        <li>
          <label>
            <input
              type="checkbox"
              name={fields.sections}
              value={section.id}
              form={formId}
              checked={chosen.includes(section.id)}
            />
            <span>
              {section.name}
              {section.hidden && <span class="soft"> ({hiddenLabel})</span>}
            </span>
          </label>
          <SectionTree sections={sections} chosen={chosen} hiddenLabel={hiddenLabel} parentId={section.id} />
        </li>
      ))}
    </ul>
  )
}
