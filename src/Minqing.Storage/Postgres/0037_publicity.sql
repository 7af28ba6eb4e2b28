create table publicity (
    id uuid not null,
    kind text not null,
    region uuid not null,
    path text collate "C" not null,
    day date not null,
    year integer not null,
    title uuid not null,
    words uuid not null,
    people integer not null,
    codes integer not null,
    messages integer not null,
    units text not null,
    appeal uuid,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    taken_back_at timestamp with time zone,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_publicity primary key (id)
);

create index ix_publicity_kind_year on publicity (kind, year);

create index ix_publicity_path_year on publicity (path, year);
