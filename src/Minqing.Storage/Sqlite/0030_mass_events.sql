create table mass_events (
    id text not null constraint pk_mass_events primary key,
    name text not null,
    region text not null,
    path text not null,
    category text not null,
    since integer not null,
    unit text not null,
    opened_at integer not null,
    answer text null,
    answers integer not null,
    answered_at integer null,
    ended_at integer null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create index ix_mass_events_opened_at on mass_events (opened_at);

create index ix_appeals_event on appeals (event) where event is not null;
