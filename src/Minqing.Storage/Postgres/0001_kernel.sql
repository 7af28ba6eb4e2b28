create table clocks (
    subject_id uuid not null,
    no integer not null,
    subject_kind text not null,
    kind text not null,
    round integer not null,
    rule text not null,
    unit uuid,
    post uuid,
    start_at timestamp with time zone not null,
    original_due_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    submitted_at timestamp with time zone,
    met_at timestamp with time zone,
    missed_at timestamp with time zone,
    ended_at timestamp with time zone,
    stopped_at timestamp with time zone,
    warned integer not null,
    wake_at timestamp with time zone,
    claimed_by uuid,
    claimed_until timestamp with time zone,
    constraint pk_clocks primary key (subject_id, no)
);

create table journal (
    id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    seq integer not null,
    at timestamp with time zone not null,
    step text not null,
    person uuid,
    format text not null,
    body bytea not null,
    previous bytea not null,
    hash bytea not null,
    leaf bigint,
    constraint pk_journal primary key (id)
);

create table outbox (
    id uuid not null,
    kind text not null,
    payload text not null,
    created_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    claimed_by uuid,
    attempts integer not null,
    done_at timestamp with time zone,
    failed_at timestamp with time zone,
    error text,
    constraint pk_outbox primary key (id)
);

create table texts (
    id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    words text,
    salt bytea,
    erased_at timestamp with time zone,
    constraint pk_texts primary key (id)
);

create table clock_changes (
    no integer not null,
    subject_id uuid not null,
    clock_no integer not null,
    kind text not null,
    at timestamp with time zone not null,
    ended_at timestamp with time zone,
    due_before timestamp with time zone not null,
    rule_before text,
    reason text,
    constraint pk_clock_changes primary key (subject_id, clock_no, no),
    constraint fk_clock_changes_clocks_subject_id_clock_no foreign key (subject_id, clock_no) references clocks (subject_id, no) on delete cascade
);

create index ix_clocks_claimed_by on clocks (claimed_by);

create index ix_clocks_wake_at on clocks (wake_at);

create unique index ix_journal_leaf on journal (leaf) where leaf is not null;

create index ix_journal_person_at on journal (person, at);

create unique index ix_journal_subject_id_subject_kind_seq on journal (subject_id, subject_kind, seq);

create index ix_journal_unsealed on journal (id) where leaf is null;

create index ix_outbox_kind_done_at_failed_at_due_at_id on outbox (kind, done_at, failed_at, due_at, id);

create index ix_texts_subject_id on texts (subject_id);
