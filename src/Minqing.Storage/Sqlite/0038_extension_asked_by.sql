alter table extensions add column asked_by text null;
