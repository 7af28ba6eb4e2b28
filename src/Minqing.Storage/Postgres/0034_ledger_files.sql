create table ledger_exports (
    id uuid not null,
    filter text not null,
    format text not null,
    rows integer not null,
    more boolean not null,
    at timestamp with time zone not null,
    person uuid,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_ledger_exports primary key (id)
);

create table reconciliations (
    id uuid not null,
    slot timestamp with time zone not null,
    unit uuid not null,
    path text collate "C" not null,
    open integer not null,
    late integer not null,
    returned integer not null,
    suspended integer not null,
    due_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    confirmed_by uuid,
    objections integer not null,
    version bigint not null,
    journal_length integer not null,
    journal_head bytea not null,
    constraint pk_reconciliations primary key (id)
);

create table saved_filters (
    id uuid not null,
    owner uuid not null,
    unit uuid,
    list text not null,
    name text not null,
    query text not null,
    saved_at timestamp with time zone not null,
    constraint pk_saved_filters primary key (id)
);

create table reconciled_lines (
    no integer not null,
    reconciliation_id uuid not null,
    appeal uuid not null,
    stage text not null,
    due_at timestamp with time zone,
    late boolean not null,
    returned boolean not null,
    suspended boolean not null,
    objection uuid,
    constraint pk_reconciled_lines primary key (reconciliation_id, no),
    constraint fk_reconciled_lines_reconciliations_reconciliation_id foreign key (reconciliation_id) references reconciliations (id) on delete cascade
);

create index ix_ledger_exports_at on ledger_exports (at);

create index ix_reconciliations_slot_path on reconciliations (slot, path);

create index ix_reconciliations_unit_slot on reconciliations (unit, slot);

create unique index ix_saved_filters_owner_list_name on saved_filters (owner, list, name);

create index ix_saved_filters_unit on saved_filters (unit);
