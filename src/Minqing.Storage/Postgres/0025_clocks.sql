alter table notices add column urgent boolean not null default false;
alter table notices add column digest_at timestamp with time zone null;
alter table notices add column sms_on date null;
alter table notices add column sms_no integer null;

create unique index ix_notices_person_sms_on_sms_no on notices (person, sms_on, sms_no);

create index ix_notices_sms_digest_at on notices (sms, digest_at);
