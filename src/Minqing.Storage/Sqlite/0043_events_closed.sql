alter table mass_events add column closes text null;
