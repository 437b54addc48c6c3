-- What an audit looks for in the journal and beside it: who acted, under which policy, what kind of thing happened,
-- who was told by whom. All are indexes of expressions or partial, which the schema cannot say.
create index journal_person on journal ((data -> 'by' ->> 'person')) where data -> 'by' ->> 'person' is not null;
create index journal_for on journal ((data -> 'by' ->> 'for')) where data -> 'by' ->> 'for' is not null;
create index journal_policy on journal ((data -> 'event' -> 'policy' ->> 'name'), (data -> 'event' -> 'policy' ->> 'version'))
  where type in ('opened', 'adopted');
create index journal_kind on journal (type, process_id)
  where type in ('rungReached', 'asked', 'answered', 'cardLifted', 'adopted', 'taskEnded', 'taskReopened', 'stopped', 'urged');
create index outbox_message on outbox ((payload ->> 'to')) where lane = 'message';
create index task_holder on task (held_by_id) where held_by_id is not null;
create index process_closed on process (closed_at) where closed_at is not null;
create index process_ending on process (ending, opened_at) where ending is not null;
