create table sign_in_refusals (
    id text not null constraint pk_sign_in_refusals primary key,
    account text not null,
    at integer not null,
    address_hash blob not null,
    why text not null
);

create table sessions (
    id text not null constraint pk_sessions primary key,
    account text not null,
    person text not null,
    token_hash blob not null,
    stamp text not null,
    means text not null,
    client text not null,
    device text not null,
    address_hash blob not null,
    started_at integer not null,
    seen_at integer not null,
    expires_at integer not null,
    ended_at integer null,
    ended_by text null,
    constraint fk_sessions_accounts_account foreign key (account) references accounts (id) on delete cascade
);

create index ix_sessions_account_started_at on sessions (account, started_at);

create unique index ix_sessions_token_hash on sessions (token_hash);

create index ix_sign_in_refusals_account_at on sign_in_refusals (account, at);
