alter table stand_ins add column shift boolean not null default false;

alter table dockets add column ground text null;
alter table dockets add column year integer null;
alter table dockets add column barred boolean not null default false;
