-- The district's population by attribute, which a session is held against; null: nobody is asked.
alter table sessions add column profile jsonb;
