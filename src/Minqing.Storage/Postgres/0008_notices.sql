create table notices (
    id uuid not null,
    person uuid not null,
    appeal uuid not null,
    kind text not null,
    address text not null,
    clock text,
    due_at timestamp with time zone,
    created_at timestamp with time zone not null,
    read_at timestamp with time zone,
    sms uuid,
    constraint pk_notices primary key (id)
);

create index ix_notices_person_created_at on notices (person, created_at);

create index ix_notices_person_read_at on notices (person, read_at);
