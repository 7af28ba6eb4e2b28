alter table stand_ins add column shift integer not null default 0;

alter table dockets add column ground text null;
alter table dockets add column year integer null;
alter table dockets add column barred integer not null default 0;
