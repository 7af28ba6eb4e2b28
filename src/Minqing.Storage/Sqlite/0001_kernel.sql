create table clocks (
    subject_id text not null,
    no integer not null,
    subject_kind text not null,
    kind text not null,
    round integer not null,
    rule text not null,
    unit text null,
    post text null,
    start_at integer not null,
    original_due_at integer not null,
    due_at integer not null,
    submitted_at integer null,
    met_at integer null,
    missed_at integer null,
    ended_at integer null,
    stopped_at integer null,
    warned integer not null,
    wake_at integer null,
    claimed_by text null,
    claimed_until integer null,
    constraint pk_clocks primary key (subject_id, no)
);

create table journal (
    id text not null constraint pk_journal primary key,
    subject_kind text not null,
    subject_id text not null,
    seq integer not null,
    at integer not null,
    step text not null,
    person text null,
    format text not null,
    body blob not null,
    previous blob not null,
    hash blob not null,
    leaf integer null
);

create table outbox (
    id text not null constraint pk_outbox primary key,
    kind text not null,
    payload text not null,
    created_at integer not null,
    due_at integer not null,
    claimed_by text null,
    attempts integer not null,
    done_at integer null,
    failed_at integer null,
    error text null
);

create table texts (
    id text not null constraint pk_texts primary key,
    subject_kind text not null,
    subject_id text not null,
    words text null,
    salt blob null,
    erased_at integer null
);

create table clock_changes (
    no integer not null,
    subject_id text not null,
    clock_no integer not null,
    kind text not null,
    at integer not null,
    ended_at integer null,
    due_before integer not null,
    rule_before text null,
    reason text null,
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
