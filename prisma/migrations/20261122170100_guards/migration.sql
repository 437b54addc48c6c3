-- What the Prisma schema cannot say: the role that services run under, what nobody may change, and indexes of what is open.

-- The role belongs to the whole cluster: another database may be making it at this moment.
do $$
begin
  create role minqing_service nologin;
exception when duplicate_object or unique_violation then null;
end $$;

-- The owner must be able to step down to it. Two grants at the same moment collide in the catalogue; the loser looks again.
do $$
begin
  for attempt in 1..50 loop
    begin
      if not pg_has_role(current_user, 'minqing_service', 'set') then
        execute format('grant minqing_service to %I', current_user);
      end if;
      exit;
    exception when unique_violation or internal_error then
      if attempt = 50 then raise; end if;
      perform pg_sleep(0.02);
    end;
  end loop;
end $$;

-- Later migrations make tables as well; those that must be kept safe take rights away again, as here.
grant usage on schema public to minqing_service;
grant select, insert, update, delete on all tables in schema public to minqing_service;
alter default privileges in schema public grant select, insert, update, delete on tables to minqing_service;
revoke update, delete on journal, command, command_outcome, archive, words from minqing_service;
do $$
begin
  if to_regclass('_prisma_migrations') is not null then
    revoke insert, update, delete on _prisma_migrations from minqing_service;
  end if;
end $$;
-- The read model can be emptied and rebuilt from the journal (rebuild.ts).
grant truncate on process, matter, task, clock, card to minqing_service;

-- Append-only for everybody, the owner included.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'What was recorded stays. A correction is a new entry.';
end $$;

create trigger append_only before update or delete or truncate on journal
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on command
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on command_outcome
  for each statement execute function refuse_change();
-- Also while a session plays a replica, where ordinary triggers are silent.
alter table journal enable always trigger append_only;
alter table command enable always trigger append_only;
alter table command_outcome enable always trigger append_only;

-- accepted and rejected exclude each other; `unknown` may come before either.
create unique index command_outcome_final on command_outcome (command_id) where status <> 'unknown';
alter table command_outcome add constraint command_outcome_status check (status in ('accepted', 'rejected', 'unknown'));

-- What is open stays small however much is done.
create index outbox_open on outbox (lane, due_at) where done_at is null;
create index task_open_unit on task (unit_id, due_at) where status = 'open';
create index task_open_role on task (role, place_path text_pattern_ops, due_at) where status = 'open';
create index task_open_holder on task (held_by_id, due_at) where status = 'open';
create index card_open on card (set_at) where cleared_at is null and lifted_at is null;
create index notice_unread on notice (person_id, not_before) where read_at is null;
