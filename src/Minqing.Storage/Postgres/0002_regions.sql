create table region_versions (
    region_id uuid not null,
    since date not null,
    until date not null,
    code text not null,
    name text not null,
    level text not null,
    parent_id uuid,
    path text collate "C" not null,
    constraint pk_region_versions primary key (region_id, since)
);

create table regions (
    id uuid not null,
    code text not null,
    name text not null,
    level text not null,
    parent_id uuid,
    path text collate "C" not null,
    since date not null,
    closed_on date,
    constraint pk_regions primary key (id)
);

create index ix_region_versions_path on region_versions (path);

create unique index ix_regions_code on regions (code);

create index ix_regions_parent_id on regions (parent_id);

create index ix_regions_path on regions (path);
