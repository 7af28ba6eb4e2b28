alter table reports add column erased_at timestamp with time zone;
