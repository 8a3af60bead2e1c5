/** The one style sheet of the pages, served as a file. A string here: a test run does not read style sheets. */
export const pageStyle = /* css */ `
:root {
  color-scheme: light dark;
  --ink: #1e2124;
  --quiet: #58616a;
  --line: #cdd1d5;
  --paper: #ffffff;
  --raised: #f4f5f6;
  --blue: #0b50d0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f4f5f6;
    --quiet: #b1b8be;
    --line: #464c53;
    --paper: #131416;
    --raised: #1e2124;
    --blue: #86aff9;
  }
}
* {
  box-sizing: border-box;
}
html {
  scroll-padding-block-start: 1rem;
}
body {
  display: grid;
  grid-template-columns: minmax(12rem, 18rem) minmax(0, 60rem);
  gap: 0 3rem;
  justify-content: center;
  margin: 0;
  padding: 2.5rem 1.5rem 6rem;
  background: var(--paper);
  color: var(--ink);
  font:
    1rem/1.6 'Pretendard GOV',
    system-ui,
    'Apple SD Gothic Neo',
    'Malgun Gothic',
    sans-serif;
  word-break: keep-all;
  overflow-wrap: anywhere;
}
header {
  grid-column: 1 / -1;
  max-width: 48rem;
  padding-block-end: 1.5rem;
}
.brand {
  margin: 0;
  color: var(--quiet);
  font-weight: 700;
}
h1 {
  margin: 0.25rem 0 1rem;
  font-size: 2.25rem;
  line-height: 1.25;
}
a {
  color: var(--blue);
  text-underline-offset: 0.2em;
}
a:focus-visible,
.scroll:focus-visible {
  outline: 3px solid var(--blue);
  outline-offset: 2px;
}
.links a {
  margin-inline-end: 1.5rem;
}
nav {
  position: sticky;
  inset-block-start: 1.5rem;
  align-self: start;
  max-block-size: calc(100vh - 3rem);
  overflow-y: auto;
  font-size: 0.9375rem;
}
nav h2 {
  margin: 1rem 0 0.25rem;
  font-size: 1rem;
}
nav ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
nav li a {
  display: block;
  padding-block: 0.2rem;
  color: var(--ink);
  text-decoration: none;
}
nav li a:hover {
  text-decoration: underline;
}
.group > h2 {
  margin: 2.5rem 0 0.5rem;
  padding-block-end: 0.5rem;
  border-block-end: 2px solid var(--ink);
  font-size: 1.625rem;
}
.group:first-child > h2 {
  margin-block-start: 0;
}
article {
  padding-block: 1.25rem;
  border-block-end: 1px solid var(--line);
}
h3 {
  margin: 0 0 0.5rem;
  font-size: 1.1875rem;
}
.label {
  display: inline-block;
  margin-inline-end: 0.5rem;
  padding: 0.1rem 0.5rem;
  border-radius: 0.375rem;
  background: var(--raised);
  color: var(--quiet);
  font-size: 0.875rem;
}
p {
  margin: 0 0 0.75rem;
}
.scroll {
  margin-block: 0.75rem;
  overflow-x: auto;
}
table {
  inline-size: 100%;
  min-inline-size: 40rem;
  border-collapse: collapse;
  overflow-wrap: break-word;
  font-size: 0.9375rem;
}
caption {
  padding-block-end: 0.25rem;
  font-weight: 700;
  text-align: start;
}
th,
td {
  padding: 0.4rem 0.75rem 0.4rem 0;
  border-block-start: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
  font-weight: 400;
}
thead th {
  color: var(--quiet);
  font-size: 0.875rem;
}
tbody th {
  inline-size: 28%;
}
code {
  font:
    0.9em/1.5 ui-monospace,
    'Cascadia Mono',
    Consolas,
    monospace;
}
.optional {
  color: var(--quiet);
  font-size: 0.8125rem;
}
@media (max-width: 60rem) {
  body {
    grid-template-columns: minmax(0, 1fr);
  }
  nav {
    position: static;
    max-block-size: none;
    columns: 14rem;
  }
}
`
