alter table appeals add column concerns integer not null default 0;
alter table appeals add column reports integer not null default 1;

create index ix_appeals_path_concerns_received_at_id on appeals (path, concerns, received_at, id) where concerns <> 0;

create index ix_turns_path_due_at on turns (path, due_at) where kind = 'FirstCall';

create table instructions (
    id uuid not null,
    appeal uuid not null,
    path text collate "C" not null,
    given_by uuid not null,
    author uuid not null,
    author_role text not null,
    level text not null,
    to_unit uuid,
    to_post uuid,
    words uuid not null,
    answer_due boolean not null,
    state text not null,
    given_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    missed_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    answered_at timestamp with time zone,
    answered_by uuid,
    answer uuid,
    done_at timestamp with time zone,
    sent_backs integer not null,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_instructions primary key (id)
);

create index ix_instructions_appeal on instructions (appeal);

create index ix_instructions_author_due_at on instructions (author, due_at);

create index ix_instructions_given_at on instructions (given_at);

create index ix_instructions_path_due_at on instructions (path, due_at) where done_at is null;

create table schedule_runs (
    job text not null,
    slot timestamp with time zone not null,
    ran_at timestamp with time zone not null,
    constraint pk_schedule_runs primary key (job, slot)
);

create table weekly_rounds (
    id uuid not null,
    slot timestamp with time zone not null,
    region uuid not null,
    path text collate "C" not null,
    level text not null,
    after text,
    made_at timestamp with time zone not null,
    constraint pk_weekly_rounds primary key (id)
);

create table weekly_round_items (
    no integer not null,
    round_id uuid not null,
    appeal uuid not null,
    cause text not null,
    concerns integer not null,
    constraint pk_weekly_round_items primary key (round_id, no),
    constraint fk_weekly_round_items_weekly_rounds_round_id foreign key (round_id) references weekly_rounds (id) on delete cascade
);

create index ix_weekly_rounds_path_slot on weekly_rounds (path, slot);
