create table submission_keys (
    key text not null,
    body text not null,
    report uuid not null,
    at timestamp with time zone not null,
    constraint pk_submission_keys primary key (key)
);

create index ix_submission_keys_at on submission_keys (at);
