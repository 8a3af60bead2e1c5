-- More that a link can open, and for whom it was made.
alter table session_links drop constraint session_links_role_check;
alter table session_links add check (
  role in ('coFacilitator', 'projector', 'noteTaker', 'observer', 'helper', 'tableFacilitator')
);
alter table session_links add column name text not null default '';
