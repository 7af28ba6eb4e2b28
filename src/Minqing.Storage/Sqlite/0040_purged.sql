alter table appeals add column purged_at integer null;
