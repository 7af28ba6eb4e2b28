create table appeal_accesses (
    appeal text not null,
    person text not null,
    day text not null,
    post text not null,
    first_at integer not null,
    last_at integer not null,
    times integer not null,
    constraint pk_appeal_accesses primary key (appeal, person, day)
);
