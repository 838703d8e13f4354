-- The export of งบประมาณคงเหลือ is one more book that is checked: a document is what is left of a budget code at a month's end.
alter table portal.rekeyed_uploads drop constraint rekeyed_uploads_book_check;
--> statement-breakpoint
alter table portal.rekeyed_uploads add constraint rekeyed_uploads_book_check check (book in ('journal', 'receipts', 'requisitions', 'budget'));
