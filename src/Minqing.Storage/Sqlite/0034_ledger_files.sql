create table ledger_exports (
    id text not null constraint pk_ledger_exports primary key,
    filter text not null,
    format text not null,
    rows integer not null,
    more integer not null,
    at integer not null,
    person text null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create table reconciliations (
    id text not null constraint pk_reconciliations primary key,
    slot integer not null,
    unit text not null,
    path text not null,
    open integer not null,
    late integer not null,
    returned integer not null,
    suspended integer not null,
    due_at integer not null,
    confirmed_at integer null,
    confirmed_by text null,
    objections integer not null,
    version integer not null,
    journal_length integer not null,
    journal_head blob not null
);

create table saved_filters (
    id text not null constraint pk_saved_filters primary key,
    owner text not null,
    unit text null,
    list text not null,
    name text not null,
    query text not null,
    saved_at integer not null
);

create table reconciled_lines (
    no integer not null,
    reconciliation_id text not null,
    appeal text not null,
    stage text not null,
    due_at integer null,
    late integer not null,
    returned integer not null,
    suspended integer not null,
    objection text null,
    constraint pk_reconciled_lines primary key (reconciliation_id, no),
    constraint fk_reconciled_lines_reconciliations_reconciliation_id foreign key (reconciliation_id) references reconciliations (id) on delete cascade
);

create index ix_ledger_exports_at on ledger_exports (at);

create index ix_reconciliations_slot_path on reconciliations (slot, path);

create index ix_reconciliations_unit_slot on reconciliations (unit, slot);

create unique index ix_saved_filters_owner_list_name on saved_filters (owner, list, name);

create index ix_saved_filters_unit on saved_filters (unit);
