-- AlterTable
ALTER TABLE "matter" ADD COLUMN     "judged" JSONB;

-- CreateIndex
CREATE INDEX "process_opened_at_id_idx" ON "process"("opened_at", "id");

-- What counting and searching ask for when a hundred thousand matters are over (npm run bench): what is open stays small, a
-- list in its order stops early, and what is behind a person is found by the person. Expressions and conditions, which the
-- schema cannot say.
create index process_open on process (type) where closed_at is null;
create index matter_open on matter (due_at) where closed_at is null;
create index matter_due on matter ((coalesce(due_at, 'infinity'::timestamptz)), id);
create index matter_number on matter (number text_pattern_ops);
create index intake_receipt on intake (receipt text_pattern_ops);
create index task_done on task (done_by_id, done_at, id) where status = 'done';
-- Steps are read for whole years at once: their entries are small, and the index has all that is asked of them.
create index journal_step on journal (process_id, seq) include (at, data) where type = 'stepEntered';
drop index journal_policy;
create index journal_ruled on journal (process_id, (data -> 'event' -> 'policy' ->> 'name'), (data -> 'event' -> 'policy' ->> 'version'))
  where type in ('opened', 'adopted');

-- What stopped before a period is not looked into.
drop index clock_extended;
drop index clock_hung;
create index clock_extended on clock ((coalesce(stopped_at, 'infinity'::timestamptz))) where body -> 'extensions' <> '[]';
create index clock_hung on clock ((coalesce(stopped_at, 'infinity'::timestamptz))) where body -> 'pauses' <> '[]';

-- What stands in the states already.
update matter set judged = jsonb_build_object(
    'ratings', coalesce(pr.state #> '{facts,ratings}', '[]'), 'lines', coalesce(pr.state #> '{facts,score,lines}', '[]'),
    'isExcluded', coalesce(pr.state #> '{facts,isExcluded}', 'false'), 'rehandlings', coalesce(pr.state #> '{facts,rehandlings}', '0'))
  || case when pr.state #>> '{facts,exclusion}' is null then '{}' else
    jsonb_build_object('exclusion', pr.state #> '{facts,exclusion}') end
from process pr where pr.id = matter.id and matter.score is not null;
