alter table regions add column merged_into text null;
alter table units add column merged_into text null;

create table reorganisations (
    id text not null constraint pk_reorganisations primary key,
    kind text not null,
    state text not null,
    day text not null,
    region text not null,
    successor text null,
    unit text null,
    old_name text not null,
    new_name text not null,
    words text not null,
    parts text not null,
    moving text not null,
    planned_at integer not null,
    planned_by text null,
    done_at integer null,
    appeals integer not null,
    codes integer not null,
    posts integer not null,
    units integer not null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create index ix_reorganisations_region on reorganisations (region);

create index ix_reorganisations_state_day on reorganisations (state, day);

create index ix_reorganisations_successor on reorganisations (successor);

create table area_moves (
    id text not null constraint pk_area_moves primary key,
    appeal text not null,
    from_path text not null,
    to_path text not null,
    at integer not null
);

create index ix_area_moves_from_path on area_moves (from_path);

create index ix_area_moves_to_path on area_moves (to_path);
