create table appeal_accesses (
    appeal uuid not null,
    person uuid not null,
    day date not null,
    post uuid not null,
    first_at timestamp with time zone not null,
    last_at timestamp with time zone not null,
    times integer not null,
    constraint pk_appeal_accesses primary key (appeal, person, day)
);
