create index ix_appeals_invalid_proposed_by on appeals (invalid_proposed_by) where invalid_proposed_by is not null;

create index ix_work_orders_issued_at on work_orders (issued_at) where issued_by is not null;
