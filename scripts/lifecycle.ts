import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { caseOutcomes, caseStates, caseSteps, stepOf, type CaseState, type CaseStepName } from '../src/cases/case.ts'
import { ruleOf, states, transitions, type Transition } from '../src/editions/edition.ts'
import { stepPolicy, type StepPolicy } from '../src/editions/policy.ts'
import { stateMessages, stepMessages } from '../src/editions/why-not-messages.ts'

// Writes docs/lifecycle.md from the tables of src/editions and src/cases; with --check only says whether it is current.
const target = path.resolve(import.meta.dirname, '../docs/lifecycle.md')
const steps = Object.keys(transitions) as Transition[]
const needs = { comment: 'a comment', reason: 'a reason', time: 'a time' } as const
const chains = { full: 'full chain only', short: 'short chain only' } as const

/** Who may take a step, in words. */
function who(step: Transition): string {
  const policy: StepPolicy = stepPolicy[step]
  const people = [
    ...(policy.author ? ['the author'] : []),
    ...(policy.submitter ? ['who submitted it'] : []),
    ...policy.roles.map((role) => `\`${role}\``),
    ...(policy.system ? ['the system, at its time'] : []),
  ]
  const second = {
    'not-the-author': '; never the author',
    'second-person':
      '; never the author, who submitted it, whose words it took over, or who changed it since it was handed on',
  } as const
  return (
    (people.join(', ') || 'comes with the publication of the next version') +
    (policy.second ? second[policy.second] : '')
  )
}

function rowOf(step: Transition): string {
  const rule = ruleOf(step)
  const conditions = [...(rule.chain ? [chains[rule.chain]] : []), ...(rule.needs ? [needs[rule.needs]] : [])]
  return `| \`${step}\` | ${stepMessages[step].vi} | ${rule.from.join(', ')} | ${rule.to} | ${conditions.join('; ')} | ${who(step)} |`
}

const arrows = steps.flatMap((step) => ruleOf(step).from.map((from) => `  ${from} --> ${ruleOf(step).to}: ${step}`))
const caseStepNames = Object.keys(caseSteps) as CaseStepName[]
const caseStateNames = Object.keys(caseStates) as CaseState[]

/** Who may take a step of a case, in words. */
function whoOfCase(name: CaseStepName): string {
  const step = stepOf(name)
  const people = [
    ...(step.holder ? ['who holds it'] : []),
    ...step.roles.map((role) => `\`${role}\``),
    ...(step.sender ? ['the sender'] : []),
    ...(step.system ? ['the system'] : []),
  ]
  return people.join(', ') + (step.second ? '; never who wrote the answer' : '')
}

function rowOfCase(name: CaseStepName): string {
  const { from, to, label, isPublic } = stepOf(name)
  return `| \`${name}\` | ${label.vi} | ${from.join(', ')} | ${to ?? '(stays)'} | ${whoOfCase(name)} | ${isPublic ? 'yes' : ''} |`
}

const caseArrows = [
  '  [*] --> received: receive',
  '  [*] --> quarantined: receive, suspected',
  ...caseStepNames.flatMap((name) => {
    const { from, to } = stepOf(name)
    return to === undefined ? [] : from.filter((state) => state !== to).map((state) => `  ${state} --> ${to}: ${name}`)
  }),
]

const written = `# The lifecycle of what the office publishes

Written by \`npm run lifecycle\` from \`src/editions/edition.ts\` and \`src/editions/policy.ts\`; change those.
The database keeps the same table (\`edition_may_become\` in \`migrations/0010-second-person.sql\`), and a test compares the two.

\`\`\`mermaid
stateDiagram-v2
  [*] --> draft
${arrows.join('\n')}
\`\`\`

## States

| State | In the office |
|---|---|
${states.map((state) => `| \`${state}\` | ${stateMessages[state].vi} |`).join('\n')}

An entry has at most one live edition (\`published\`) and at most one open one (\`draft\` to \`scheduled\`). The text is frozen from
approval on. The chain is chosen per site and kind: in the full one an editor reviews before the head approves, in the short one the head
approves what was submitted. Neither does without a second person.

## Steps

| Step | In the office | From | To | Needs | Who |
|---|---|---|---|---|---|
${steps.map(rowOf).join('\n')}

A publication in emergency stays flagged until \`confirmEmergency\` by a \`chief_editor\` who neither wrote nor published it. A version restored from
an earlier text remembers whose words it took over, over any number of hands; so does one that continues an emergency publication nobody has confirmed.

# The lifecycle of what citizens send

Written from \`src/cases/case.ts\`. The database keeps the same table (\`case_may_become\` in \`migrations/0040-cases.sql\`), and a test walks
random sequences of acts and compares the two.

\`\`\`mermaid
stateDiagram-v2
${caseArrows.join('\n')}
\`\`\`

| State | In the office |
|---|---|
${caseStateNames.map((state) => `| \`${state}\` | ${caseStates[state].vi} |`).join('\n')}

A closed case has an outcome: ${Object.entries(caseOutcomes)
  .map(([name, message]) => `\`${name}\` (${message.vi})`)
  .join(', ')}.

| Step | In the office | From | To | Who | Told to the sender |
|---|---|---|---|---|---|
${caseStepNames.map(rowOfCase).join('\n')}

Who holds a case is its officer, whoever stands in for them while they are away, or anyone of its division while no officer is named.
A sealed case is handled by the people named for it alone, whatever their roles. An answer is approved by a leader who wrote nothing of
it; a notice of progress is approved as \`inform\` and leaves the case in hand. The answer clock runs in every open state but
\`clarifying\`, where it stands still.
`

if (!process.argv.includes('--check')) writeFileSync(target, written)
else if (readFileSync(target, 'utf8') !== written) {
  console.error('docs/lifecycle.md is not what the tables say: run npm run lifecycle')
  process.exitCode = 1
}
