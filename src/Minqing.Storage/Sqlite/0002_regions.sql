create table region_versions (
    region_id text not null,
    since text not null,
    until text not null,
    code text not null,
    name text not null,
    level text not null,
    parent_id text null,
    path text not null,
    constraint pk_region_versions primary key (region_id, since)
);

create table regions (
    id text not null constraint pk_regions primary key,
    code text not null,
    name text not null,
    level text not null,
    parent_id text null,
    path text not null,
    since text not null,
    closed_on text null
);

create table site_codes (
    id text not null constraint pk_site_codes primary key,
    code text not null,
    kind text not null,
    region text not null,
    address text not null,
    building text not null,
    point text null,
    unit text null,
    issued_at integer not null,
    revoked_at integer null,
    replaced_by text null
);

create index ix_region_versions_path on region_versions (path);

create unique index ix_regions_code on regions (code);

create index ix_regions_parent_id on regions (parent_id);

create index ix_regions_path on regions (path);

create unique index ix_site_codes_code on site_codes (code);

create index ix_site_codes_region on site_codes (region);
