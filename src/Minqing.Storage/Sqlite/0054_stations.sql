create index ix_docket_tasks_set_by_set_at on docket_tasks (set_by, set_at);
