alter table appeals add column purge_asked_by uuid null;
alter table appeals add column purge_kind text null;
alter table appeals add column secret_with uuid null;

create index ix_appeals_purge_asked_by on appeals (purge_asked_by) where purge_asked_by is not null;
create index ix_appeals_secret_with on appeals (secret_with) where secret_with is not null;
