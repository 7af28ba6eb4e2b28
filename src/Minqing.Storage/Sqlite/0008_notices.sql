create table notices (
    id text not null constraint pk_notices primary key,
    person text not null,
    appeal text not null,
    kind text not null,
    address text not null,
    clock text null,
    due_at integer null,
    created_at integer not null,
    read_at integer null,
    sms text null
);

create index ix_notices_person_created_at on notices (person, created_at);

create index ix_notices_person_read_at on notices (person, read_at);
