create table commendations (
    id uuid not null,
    unit uuid not null,
    year integer not null,
    region uuid not null,
    path text collate "C" not null,
    words uuid not null,
    nominated_at timestamp with time zone not null,
    nominated_by uuid,
    taken_back_at timestamp with time zone,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_commendations primary key (id)
);

create index ix_commendations_year_nominated_at on commendations (year, nominated_at);
