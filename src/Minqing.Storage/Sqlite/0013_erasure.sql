alter table reports add column erased_at integer null;
