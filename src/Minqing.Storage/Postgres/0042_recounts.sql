create table recounts (
    id uuid not null,
    path text collate "C" not null,
    stage text not null,
    client text not null,
    person uuid not null,
    post uuid not null,
    unit uuid not null,
    role text not null,
    on_behalf_of uuid,
    profile_version text not null,
    calendar_version text not null,
    asked_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    done_at timestamp with time zone,
    open integer not null,
    seen integer not null,
    after uuid,
    later integer not null,
    earlier integer not null,
    tried integer not null,
    moved integer not null,
    constraint pk_recounts primary key (id)
);

create table recount_moves (
    recount uuid not null,
    no integer not null,
    appeal uuid not null,
    number text not null,
    clock integer not null,
    kind text not null,
    "from" timestamp with time zone not null,
    "to" timestamp with time zone not null,
    moved_at timestamp with time zone,
    constraint pk_recount_moves primary key (recount, no),
    constraint fk_recount_moves_recounts_recount foreign key (recount) references recounts (id) on delete cascade
);

create index ix_recounts_path_asked_at on recounts (path, asked_at);
