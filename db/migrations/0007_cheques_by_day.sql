-- The cheque report lists a period's cheques in order of day and report; by treasury number alone all of an LAO's would be read.
create index cheques_b on portal.cheques (lao_id, cheque_date, cheque_report_no);
