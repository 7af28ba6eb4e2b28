create table protection_keys (
    id text not null constraint pk_protection_keys primary key,
    name text not null,
    xml text not null,
    created_at integer not null
);
