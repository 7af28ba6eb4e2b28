create table publicity (
    id text not null constraint pk_publicity primary key,
    kind text not null,
    region text not null,
    path text not null,
    day text not null,
    year integer not null,
    title text not null,
    words text not null,
    people integer not null,
    codes integer not null,
    messages integer not null,
    units text not null,
    appeal text null,
    recorded_at integer not null,
    recorded_by text null,
    taken_back_at integer null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create index ix_publicity_kind_year on publicity (kind, year);

create index ix_publicity_path_year on publicity (path, year);
