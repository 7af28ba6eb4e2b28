alter table notices add column limit_of uuid null;
alter table notices add column limit_no integer null;
