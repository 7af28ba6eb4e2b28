alter table reconciliations add column beside integer not null default 0;
alter table reconciliations add column ruled integer not null default 0;
alter table reconciled_lines add column beside boolean not null default false;
alter table reconciled_lines add column upheld boolean null;
alter table reconciled_lines add column ruling uuid null;
alter table reconciled_lines add column ruled_at timestamp with time zone null;
