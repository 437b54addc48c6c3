-- AlterTable
ALTER TABLE "task" ADD COLUMN     "done_by_id" UUID;

-- CreateTable
CREATE TABLE "view" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "view_person_id_list_name_key" ON "view"("person_id", "list", "name");

-- Who did what stands in the states already.
update task set done_by_id = (process.state #>> array['tasks', split_part(task.id, '.', 2), 'by', 'person'])::uuid
from process where process.id = task.process_id and task.status = 'done';

-- A clerk's closed boxes are read newest first, each piece by itself, however much is closed.
create index task_done_by on task (done_by_id, done_at, id) where done_by_id is not null;
create index task_held_or_done on task (process_id, held_by_id, done_by_id);
create index intake_taken_by on intake (taken_by_id, received_at, id) where taken_by_id is not null;
create index command_open_by on command (subject_id, received_at, process_id) where name like 'open %';
