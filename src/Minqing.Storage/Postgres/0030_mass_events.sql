create table mass_events (
    id uuid not null,
    name text not null,
    region uuid not null,
    path text collate "C" not null,
    category text not null,
    since timestamp with time zone not null,
    unit uuid not null,
    opened_at timestamp with time zone not null,
    answer uuid,
    answers integer not null,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_mass_events primary key (id)
);

create index ix_mass_events_opened_at on mass_events (opened_at);

create index ix_appeals_event on appeals (event) where event is not null;
