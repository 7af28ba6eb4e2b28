create table recounts (
    id text not null constraint pk_recounts primary key,
    path text not null,
    stage text not null,
    client text not null,
    person text not null,
    post text not null,
    unit text not null,
    role text not null,
    on_behalf_of text null,
    profile_version text not null,
    calendar_version text not null,
    asked_at integer not null,
    confirmed_at integer null,
    done_at integer null,
    open integer not null,
    seen integer not null,
    after text null,
    later integer not null,
    earlier integer not null,
    tried integer not null,
    moved integer not null
);

create table recount_moves (
    recount text not null,
    no integer not null,
    appeal text not null,
    number text not null,
    clock integer not null,
    kind text not null,
    "from" integer not null,
    "to" integer not null,
    moved_at integer null,
    constraint pk_recount_moves primary key (recount, no),
    constraint fk_recount_moves_recounts_recount foreign key (recount) references recounts (id) on delete cascade
);

create index ix_recounts_path_asked_at on recounts (path, asked_at);
