alter table appeals add column asked_by_link integer null;
create index ix_appeals_asked_by_link on appeals (asked_by_link) where asked_by_link is not null;
