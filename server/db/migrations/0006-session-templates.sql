-- Sessions kept as templates (회의 서식). A removed one stays, so that removing can be undone.
create table session_templates (
  id uuid primary key,
  title text not null,
  kind text not null,
  stage text not null,
  leaves text not null,
  agenda jsonb not null,
  created_by uuid not null references accounts (id),
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
