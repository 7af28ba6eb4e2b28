alter table publicity add column villages text not null default '[]';
