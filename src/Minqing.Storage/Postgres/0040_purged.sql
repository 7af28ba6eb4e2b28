alter table appeals add column purged_at timestamp with time zone;
