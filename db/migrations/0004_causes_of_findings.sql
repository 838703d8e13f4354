-- the finding of which another is only a consequence, in the same partition
alter table portal.findings add column cause_no bigint;
--> statement-breakpoint
create index findings_cause on portal.findings (cause_no) where cause_no is not null;
