-- what was merged into a region, found from the region
create index ix_regions_merged_into on regions (merged_into);
