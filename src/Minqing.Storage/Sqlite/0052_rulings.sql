alter table reconciliations add column beside integer not null default 0;
alter table reconciliations add column ruled integer not null default 0;
alter table reconciled_lines add column beside integer not null default 0;
alter table reconciled_lines add column upheld integer null;
alter table reconciled_lines add column ruling text null;
alter table reconciled_lines add column ruled_at integer null;
