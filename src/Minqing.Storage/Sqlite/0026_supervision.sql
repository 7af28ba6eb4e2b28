alter table appeals add column concerns integer not null default 0;
alter table appeals add column reports integer not null default 1;

create index ix_appeals_path_concerns_received_at_id on appeals (path, concerns, received_at, id) where concerns <> 0;

create index ix_turns_path_due_at on turns (path, due_at) where kind = 'FirstCall';

create table instructions (
    id text not null constraint pk_instructions primary key,
    appeal text not null,
    path text not null,
    given_by text not null,
    author text not null,
    author_role text not null,
    level text not null,
    to_unit text null,
    to_post text null,
    words text not null,
    answer_due integer not null,
    state text not null,
    given_at integer not null,
    due_at integer not null,
    missed_at integer null,
    acknowledged_at integer null,
    answered_at integer null,
    answered_by text null,
    answer text null,
    done_at integer null,
    sent_backs integer not null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create index ix_instructions_appeal on instructions (appeal);

create index ix_instructions_author_due_at on instructions (author, due_at);

create index ix_instructions_given_at on instructions (given_at);

create index ix_instructions_path_due_at on instructions (path, due_at) where done_at is null;

create table schedule_runs (
    job text not null,
    slot integer not null,
    ran_at integer not null,
    constraint pk_schedule_runs primary key (job, slot)
);

create table weekly_rounds (
    id text not null constraint pk_weekly_rounds primary key,
    slot integer not null,
    region text not null,
    path text not null,
    level text not null,
    after text null,
    made_at integer not null
);

create table weekly_round_items (
    no integer not null,
    round_id text not null,
    appeal text not null,
    cause text not null,
    concerns integer not null,
    constraint pk_weekly_round_items primary key (round_id, no),
    constraint fk_weekly_round_items_weekly_rounds_round_id foreign key (round_id) references weekly_rounds (id) on delete cascade
);

create index ix_weekly_rounds_path_slot on weekly_rounds (path, slot);
