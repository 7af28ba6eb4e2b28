alter table notices add column limit_of text null;
alter table notices add column limit_no integer null;
