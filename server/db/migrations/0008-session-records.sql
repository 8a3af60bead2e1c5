-- What stays of a session beside its sealed results: what was done, written, said, and made of it. No seat is in it.
create table session_records (
  session_id uuid primary key references sessions (id),
  record jsonb not null,
  filed_at timestamptz not null default now()
);
