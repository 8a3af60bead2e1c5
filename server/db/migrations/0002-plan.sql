create table plans (
  id uuid primary key,
  title text not null,
  district text not null,
  department text not null,
  period_start smallint not null,
  period_end smallint not null check (period_end >= period_start),
  template_id text not null,
  is_example boolean not null default false,
  fact_sheet jsonb not null,
  created_at timestamptz not null default now()
);
-- Two servers that start at once make one example.
create unique index plans_one_example on plans (is_example) where is_example;

create table stages (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  position smallint not null,
  key text not null,
  title text not null,
  months text not null,
  methods text not null,
  takes text not null,
  leaves text not null,
  session_kinds jsonb not null,
  unique (plan_id, position),
  unique (plan_id, id)
);

create table fields (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  position smallint not null,
  title text not null,
  unique (plan_id, position),
  unique (plan_id, id)
);

-- Held before the plan came into the program.
create table meetings (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  title text not null,
  held_at timestamptz not null,
  place text not null,
  attendance jsonb not null,
  content jsonb not null
);
create index meetings_by_plan on meetings (plan_id, held_at);

create table sessions (
  id uuid primary key,
  plan_id uuid not null references plans (id),
  stage_id uuid not null,
  kind text not null,
  title text not null,
  held_at timestamptz,
  place text not null,
  attendance jsonb not null,
  agenda jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'lobby', 'running', 'closed', 'reviewed')),
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null default now(),
  -- a stage of the same plan
  foreign key (plan_id, stage_id) references stages (plan_id, id)
);
create index sessions_by_plan on sessions (plan_id, created_at);

-- Opens the console or the projector of one session without an account.
create table session_links (
  token_hash text primary key,
  session_id uuid not null references sessions (id),
  role text not null check (role in ('coFacilitator', 'projector')),
  created_by uuid not null references accounts (id),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index session_links_by_session on session_links (session_id);
