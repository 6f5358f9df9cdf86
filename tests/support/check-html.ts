import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Titles of Vietnamese news are long, and cut by whoever shows them.
    'long-title': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
  },
})

/** Faults of a page by the rules of HTML and of accessibility, as sentences; none when it is in order. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap((result) =>
    result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
  )
}

/** Addresses of other hosts a page makes the browser load: none may be there. Links to be pressed are no loads. */
export function outsideLoads(html: string): string[] {
  const loads = [...html.matchAll(/<(?:img|script|iframe|source|link|video|audio|embed|object|input)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/rel="(canonical|alternate)"/.test(tag))
  return loads
    .flatMap((tag) => [...tag.matchAll(/(?:src|href|srcset|data|poster)="([^"]*)"/g)].map(([, value]) => value!))
    .filter((value) => /(^|[\s,])(https?:)?\/\//.test(value))
}
