alter table reports add column worked uuid not null default '00000000-0000-0000-0000-000000000000';
alter table report_appeals add column via uuid null;
update reports set worked = appeal;
