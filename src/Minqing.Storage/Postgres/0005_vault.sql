create table vault (
    report uuid not null,
    ciphers text not null,
    key_version integer not null,
    wrapped_key bytea,
    sealed bytea,
    phone_index bytea,
    kept_at timestamp with time zone not null,
    erased_at timestamp with time zone,
    constraint pk_vault primary key (report)
);

create table vault_keys (
    version integer not null,
    fingerprint text not null,
    seen_at timestamp with time zone not null,
    constraint pk_vault_keys primary key (version)
);

create index ix_vault_phone_index on vault (phone_index);
