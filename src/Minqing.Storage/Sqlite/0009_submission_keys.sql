create table submission_keys (
    key text not null constraint pk_submission_keys primary key,
    body text not null,
    report text not null,
    at integer not null
);

create index ix_submission_keys_at on submission_keys (at);
