alter table regions add column merged_into uuid;
alter table units add column merged_into uuid;

create table reorganisations (
    id uuid not null,
    kind text not null,
    state text not null,
    day date not null,
    region uuid not null,
    successor uuid,
    unit uuid,
    old_name text not null,
    new_name text not null,
    words uuid not null,
    parts text not null,
    moving text not null,
    planned_at timestamp with time zone not null,
    planned_by uuid,
    done_at timestamp with time zone,
    appeals integer not null,
    codes integer not null,
    posts integer not null,
    units integer not null,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_reorganisations primary key (id)
);

create index ix_reorganisations_region on reorganisations (region);

create index ix_reorganisations_state_day on reorganisations (state, day);

create index ix_reorganisations_successor on reorganisations (successor);

create table area_moves (
    id uuid not null,
    appeal uuid not null,
    from_path text collate "C" not null,
    to_path text collate "C" not null,
    at timestamp with time zone not null,
    constraint pk_area_moves primary key (id)
);

create index ix_area_moves_from_path on area_moves (from_path);

create index ix_area_moves_to_path on area_moves (to_path);
