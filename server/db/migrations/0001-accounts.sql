create table accounts (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text not null,
  role text not null check (role in ('admin', 'staff', 'facilitator')),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

-- Of every secret only the SHA-256 is kept (base64url): who reads this database can open no door with it.
create table sign_ins (
  token_hash text primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_ins_by_account on sign_ins (account_id);
create index sign_ins_by_end on sign_ins (expires_at);

create table invitations (
  token_hash text primary key,
  role text not null check (role in ('admin', 'staff', 'facilitator')),
  -- null: for whoever has the link
  email text check (email = lower(email)),
  is_first_run boolean not null default false,
  created_by uuid references accounts (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A command that is sent twice finds its first answer here.
create table commands (
  actor text not null,
  id text not null,
  -- SHA-256 of the operation and everything that was sent with it
  request_digest text not null,
  status smallint not null,
  -- null: the answer holds a secret and is made again, not kept
  answer jsonb,
  at timestamptz not null,
  primary key (actor, id)
);
create index commands_by_age on commands (at);
