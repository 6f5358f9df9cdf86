import type { Child, FC } from 'hono/jsx'

/** Every field of the side panel belongs to the form in the middle. */
export const formId = 'bai'

interface PanelFieldProps {
  label: string
  name: string
  value?: string
  hint?: string
  error?: string
  type?: string
  list?: string
  maxlength?: number
  rows?: number
}

/** A field of the side panel: a label, what there is to say, and a control bound to the form of the article. */
export const PanelField: FC<PanelFieldProps> = ({
  label,
  name,
  value = '',
  hint,
  error,
  type = 'text',
  rows,
  ...rest
}) => {
  const id = `o-${name}`
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const control = {
    ...rest,
    id,
    name,
    form: formId,
    'aria-describedby': described,
    'aria-invalid': error ? ('true' as const) : undefined,
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows ? (
        <textarea {...control} rows={rows}>
          {value}
        </textarea>
      ) : (
        <input {...control} type={type} value={value} />
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

interface PanelSelectProps {
  label: string
  name: string
  options: readonly { value: string; label: string }[]
  value: string
}

export const PanelSelect: FC<PanelSelectProps> = ({ label, name, options, value }) => (
  <div class="field">
    <label for={`o-${name}`}>{label}</label>
    <select id={`o-${name}`} name={name} form={formId}>
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

/** A part of the side panel that folds. `field` lets a reason for refusal lead here. */
export const Fold: FC<{ id: string; title: string; open?: boolean; note?: string; children?: Child }> = ({
  id,
  title,
  open,
  note,
  children,
}) => (
  <details class="fold" id={`muc-${id}`} open={open}>
    <summary>
      <h2>{title}</h2>
      {note && (
        <span class="fold-note" data-fold-note>
          {note}
        </span>
      )}
    </summary>
    <div class="fold-inside">{children}</div>
  </details>
)
