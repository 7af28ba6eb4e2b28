alter table notices add column urgent integer not null default 0;
alter table notices add column digest_at integer null;
alter table notices add column sms_on text null;
alter table notices add column sms_no integer null;

create unique index ix_notices_person_sms_on_sms_no on notices (person, sms_on, sms_no);

create index ix_notices_sms_digest_at on notices (sms, digest_at);
