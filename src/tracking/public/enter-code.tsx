import type { FC } from 'hono/jsx'
import { ErrorSummary, FormField } from '../../delivery/components/form-parts.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { messages } from '../messages.ts'
import { privatePage } from './private-page.tsx'

interface EnterCode {
  status?: 200 | 404 | 422 | 429
  typed?: { number: string; code: string }
  error?: string
}

/** The form that asks for a code. What was wrong with it is never said more exactly than “not found”. */
export const enterCodePage = (c: DeliveryContext, { status, typed, error }: EnterCode): Response | Promise<Response> =>
  privatePage(c, {
    status,
    title: c.var.say(messages.title),
    path: '/theo-doi',
    children: <EnterCode c={c} typed={typed} error={error} />,
  })

const EnterCode: FC<{ c: DeliveryContext } & EnterCode> = ({ c, typed, error }) => {
  const { say } = c.var
  return (
    <>
      <p>{say(messages.lead)}</p>
      <form class="form" method="post" action={c.var.to('/theo-doi')} novalidate>
        <ErrorSummary c={c} errors={[]} form={error} />
        <FormField id="td-ma" label={say(messages.code)} hint={say(messages.codeHint)}>
          {(described) => (
            <input
              type="text"
              id="td-ma"
              name="ma"
              value={typed?.code ?? ''}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              required
              {...described}
            />
          )}
        </FormField>
        <FormField id="td-so" label={say(messages.numberOptional)} hint={say(messages.numberHint)}>
          {(described) => (
            <input
              type="text"
              id="td-so"
              name="so"
              value={typed?.number ?? ''}
              autocomplete="off"
              spellcheck={false}
              {...described}
            />
          )}
        </FormField>
        <button type="submit" class="form-send">
          {say(messages.look)}
        </button>
      </form>
      <p>{say(messages.lost)}</p>
    </>
  )
}
