-- What the supervision centre asks for: what is open stays small however much is done, and a period is found by its days.
create index clock_open on clock (due_at) where state <> 'stopped';
create index clock_extended on clock (process_id) where body -> 'extensions' <> '[]';
create index clock_hung on clock (process_id) where body -> 'pauses' <> '[]';
create index task_opened on task (opened_at);
create index task_passed_on on task (closed_at) where outcome in ('returned', 'reassigned');
create index matter_closed on matter (closed_at) where closed_at is not null;
