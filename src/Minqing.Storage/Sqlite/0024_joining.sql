alter table reports add column worked text not null default '00000000-0000-0000-0000-000000000000';
alter table report_appeals add column via text null;
update reports set worked = appeal;
