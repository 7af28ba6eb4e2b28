-- what stands still in my own list, without reading all of it
create index ix_turns_key_stopped on turns (key, stopped) where stopped;
