-- a turn whose clock stands still is counted apart
alter table turns add column stopped integer not null default 0;
update turns set stopped = 1 where exists (
    select 1 from clocks c where c.subject_id = turns.subject_id and c.due_at = turns.due_at and c.start_at = turns.start_at
    and c.stopped_at is not null and c.met_at is null and c.ended_at is null);
create index ix_turns_appeal_stopped on turns (appeal, stopped) where stopped;

-- the ledger: by place and time, by time, by lead unit, and what is not at its good end by stage
drop index ix_appeals_path;
create index ix_appeals_path_received_at_id on appeals (path, received_at, id);
create index ix_appeals_received_at_id on appeals (received_at, id);
create index ix_appeals_lead_received_at_id on appeals (lead, received_at, id);
create index ix_appeals_stage_path_received_at_id on appeals (stage, path, received_at, id) where settled_at is null;
