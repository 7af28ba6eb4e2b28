create table vault (
    report text not null constraint pk_vault primary key,
    ciphers text not null,
    key_version integer not null,
    wrapped_key blob null,
    sealed blob null,
    phone_index blob null,
    kept_at integer not null,
    erased_at integer null
);

create table vault_keys (
    version integer not null constraint pk_vault_keys primary key,
    fingerprint text not null,
    seen_at integer not null
);

create index ix_vault_phone_index on vault (phone_index);
