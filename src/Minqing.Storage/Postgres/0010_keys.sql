create table protection_keys (
    id uuid not null,
    name text not null,
    xml text not null,
    created_at timestamp with time zone not null,
    constraint pk_protection_keys primary key (id)
);
