-- What a session chose as the causes of its issues; an entry of the list finds them by its origin.
create table task_causes (
  session_id uuid not null references sessions (id),
  issue text not null,
  cause text not null,
  -- of the session's facts when it was filed: what was filed later stays
  revision bigint not null,
  -- false: it was chosen once, and no longer
  chosen boolean not null,
  -- as it was written on the wall, and its votes
  body jsonb not null,
  position integer not null,
  unique (session_id, issue, cause)
);
