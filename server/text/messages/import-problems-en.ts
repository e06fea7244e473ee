/** Why a row, a column or a whole file cannot be imported, by code. `{value}` is a number or a date of the file. */
export const importProblemsEnglish = {
  field_missing: 'No column holds this field yet; choose one',
  column_unknown: 'The file has no such column; choose another',
  column_twice: 'This column is taken twice; choose another for one of the fields',
  moment_needed: 'The row has no date; fill the cell or leave the row out',
  moment_invalid: 'This is no date that can be read; write it as 2026-03-01 14:05',
  date_order_needed:
    'Dates such as 03/04/2026 can be read in two ways; choose whether the day or the month comes first',
  date_order_mixed:
    'Some dates begin with the day and others with the month; choose which is right, and correct the others',
  zone_invalid: 'This is no time zone; use a name such as Asia/Seoul',
  number_invalid: 'This is no whole number of 0 or more',
  duration_invalid: 'This is no length of time; write seconds or hh:mm:ss',
  choice_unknown: 'This word is neither yes nor no; add it to the words of yes or no',
  brand_unknown: 'No brand has this name, number or subdomain',
  department_unknown: 'No department has this name; name the brand instead',
  language_unknown: 'This is no language; write it as ko or en-US',
  text_unsuitable: 'This is too long or no plain word; is it the right column?',
  value_missing: 'The cell is empty and must not be',
  row_ragged: 'The row has another number of cells than the header ({value})',
  row_too_long: 'The row cannot be read; check its quotes',
  quote_open: 'A quote that opens in line {value} is never closed; correct that line',
  too_large: 'The file is larger than 64 MB; split it',
  too_many_columns: 'The file has {value} columns, and no more than 500 can be read; delete those not needed',
  empty: 'The file holds no rows',
  unreadable: 'The file cannot be read any more; choose it again',
  nothing_accepted: 'No row could be read, so nothing was changed; correct the mapping and try a dry run',
  encoding_wrong: 'Some letters cannot be read; choose another encoding',
  key_twice: 'An earlier line names the same conversation',
  ends_before_start: 'The end is earlier than the start',
  reply_before_start: 'The first reply is earlier than the start',
  parts_exceed_count: 'More were resolved or handed off than there were conversations',
  held_from_zendesk: 'Zendesk has told of this conversation itself, so its own copy stays',
  held_from_import: 'Another import has brought this conversation already',
  replaces_unusable:
    'The import that was to be replaced is not in place any more; choose the file again and choose another',
  name_taken:
    'A file of this name was imported under this name already; remove that import first or choose another name',
  not_done:
    'The import stopped before its end; nothing of the file is in place. Look at the latest runs, then try again',
  other: 'The import failed; see the job’s message',
} as const
