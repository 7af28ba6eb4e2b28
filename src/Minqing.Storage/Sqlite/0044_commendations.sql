create table commendations (
    id text not null constraint pk_commendations primary key,
    unit text not null,
    year integer not null,
    region text not null,
    path text not null,
    words text not null,
    nominated_at integer not null,
    nominated_by text null,
    taken_back_at integer null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create index ix_commendations_year_nominated_at on commendations (year, nominated_at);
