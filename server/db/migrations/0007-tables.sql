-- Tables (조) that a room sits at, and the one that a link is for.
alter table sessions add column tables jsonb;
alter table session_links add column table_number int;
