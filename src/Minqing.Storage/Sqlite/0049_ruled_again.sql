-- at which level it is looked at before its dispatch: the row of the table of limits depends on it
alter table appeals add column screener_level integer null;

-- whose first call a recount moves; null where it is a limit of the appeal
alter table recount_moves add column report text null;
