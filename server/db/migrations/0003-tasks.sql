-- A sealed result, byte for byte as its digest was made. Rows are added, never changed.
create table results (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  session_id uuid not null references sessions (id),
  activity_id text not null,
  method text not null,
  sealed text not null,
  closed_at timestamptz not null,
  filed_at timestamptz not null default now(),
  unique (session_id, activity_id)
);

create table priority_tasks (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  -- the issue that it grew from: a later vote on the same issue finds the same entry
  origin_session_id uuid not null references sessions (id),
  origin_issue text not null,
  title text not null,
  field_id uuid,
  status text not null default 'proposed' check (status in ('proposed', 'adopted', 'onHold', 'rejected')),
  reason text not null default '',
  version integer not null default 1 check (version >= 1),
  -- of the newest evidence, which was closed at ranked_at
  rank integer not null check (rank >= 1),
  tied boolean not null,
  score double precision not null,
  share_of_stickers double precision,
  share_of_voters double precision,
  ranked_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (origin_session_id, origin_issue),
  foreign key (plan_id, field_id) references fields (plan_id, id),
  check (status not in ('onHold', 'rejected') or reason <> '')
);
create index priority_tasks_by_plan on priority_tasks (plan_id, rank);

create table task_evidence (
  id bigint generated always as identity primary key,
  task_id uuid not null references priority_tasks (id),
  result_digest text not null references results (digest),
  issue text not null,
  body jsonb not null,
  closed_at timestamptz not null,
  unique (result_digest, issue)
);
create index task_evidence_by_task on task_evidence (task_id, closed_at);

create table task_history (
  id bigint generated always as identity primary key,
  task_id uuid not null references priority_tasks (id),
  at timestamptz not null,
  -- null: the program itself
  account_id uuid references accounts (id),
  -- as it was then
  account_name text,
  kind text not null check (kind in ('filed', 'evidenceAdded', 'edited', 'decided')),
  before jsonb not null,
  after jsonb not null,
  reason text not null default ''
);
create index task_history_by_task on task_history (task_id, id);
