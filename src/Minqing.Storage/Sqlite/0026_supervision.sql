alter table appeals add column concerns integer not null default 0;
alter table appeals add column reports integer not null default 1;

create index ix_appeals_path_concerns_received_at_id on appeals (path, concerns, received_at, id) where concerns <> 0;

create index ix_turns_path_due_at on turns (path, due_at) where kind = 'FirstCall';
