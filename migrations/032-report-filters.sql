-- Which conversations a report is narrowed to, as JSON; null = all of them.
alter table report_schedule add column filters text;
