alter table extensions add column asked_by uuid null;
