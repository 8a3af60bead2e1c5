import type { z } from 'zod'
import { html, nothing, prose, type Markup } from './html.ts'
import { formsOf, typeText, type Field } from './fields.ts'
import type { JsonSchema } from './json-schema.ts'

/** One message of a page: a heading, a sentence, and what it consists of. */
export interface Entry {
  id: string
  name: string
  /** in front of the name: `POST`, `client → server` */
  label: string
  summary: string
  notes: string[]
  parts: { title: string; schema: JsonSchema }[]
}
export interface Group {
  id: string
  title: string
  summary: string
  entries: Entry[]
}
/** What is referred to by its name elsewhere on the page. */
export const namedGroup = (
  schemas: Readonly<Record<string, z.ZodType>>,
  read: (schema: z.ZodType) => JsonSchema,
): Group => ({
  id: 'schemas',
  title: 'schemas',
  summary: 'What is named in the tables above.',
  entries: Object.entries(schemas).map(([name, schema]) => ({
    id: `schema-${name}`,
    name,
    label: '',
    summary: '',
    notes: [],
    parts: [{ title: 'Members', schema: read(schema) }],
  })),
})

export interface Page {
  title: string
  introduction: string
  json: string
  other: { title: string; address: string }
  groups: Group[]
}

/** A whole page: no script, no style but the one file, every word escaped. */
export const page = ({ title, introduction, json, other, groups }: Page): string =>
  '<!doctype html>' +
  html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="stylesheet" href="/docs/docs.css" />
    </head>
    <body>
      <header>
        <p class="brand">Madang <span lang="ko">마당</span></p>
        <h1>${title}</h1>
        ${introduction.split('\n\n').map((paragraph) => html`<p>${prose(paragraph)}</p>`)}
        <p class="links"><a href="${json}">This document as JSON</a> <a href="${other.address}">${other.title}</a></p>
      </header>
      <nav aria-label="Contents">${groups.map(contents)}</nav>
      <main>${groups.map(group)}</main>
    </body>
  </html>`.text

const contents = ({ title, id, entries }: Group): Markup =>
  html`<h2><a href="#${id}">${title}</a></h2>
    <ul>
      ${entries.map((entry) => html`<li><a href="#${entry.id}">${entry.name}</a></li>`)}
    </ul>`

const group = ({ id, title, summary, entries }: Group): Markup =>
  html`<section class="group" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${summary === '' ? nothing : html`<p>${prose(summary)}</p>`} ${entries.map(entry)}
  </section>`

const entry = ({ id, name, label, summary, notes, parts }: Entry): Markup =>
  html`<article aria-labelledby="${id}">
    <h3 id="${id}">${label === '' ? nothing : html`<span class="label">${label}</span> `}${name}</h3>
    ${[summary, ...notes].filter(Boolean).map((words) => html`<p>${prose(words)}</p>`)} ${parts.map(part)}
  </article>`

/** A schema that is one value (a file, a reference, a list) is said in a line; anything else is a table for each form. */
function part({ title, schema }: Entry['parts'][number]): Markup {
  const forms = formsOf(schema).filter(({ fields }) => fields.length > 0)
  if (forms.length === 0) return html`<p class="value"><strong>${title}:</strong> <code>${typeText(schema)}</code></p>`
  return html`${forms.map(({ name, fields }) => table(name === '' ? title : `${title} — ${name}`, fields))}`
}

const table = (title: string, fields: readonly Field[]): Markup =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${title}">
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">member</th>
          <th scope="col">type</th>
          <th scope="col">limits</th>
          <th scope="col">meaning</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(row)}
      </tbody>
    </table>
  </div>`

const row = ({ path, type, limits, isRequired, description }: Field): Markup =>
  html`<tr>
    <th scope="row"><code>${path}</code>${isRequired ? nothing : html` <span class="optional">optional</span>`}</th>
    <td><code>${type}</code></td>
    <td>${limits}</td>
    <td>${prose(description)}</td>
  </tr>`
