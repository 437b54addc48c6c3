-- AlterTable
ALTER TABLE "process" ADD COLUMN     "card" TEXT,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "ending" TEXT,
ADD COLUMN     "numbers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "place_path" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'open',
ADD COLUMN     "step" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "unit_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "item_id" TEXT,
ADD COLUMN     "person_id" UUID;

-- CreateTable
CREATE TABLE "item" (
    "id" TEXT NOT NULL,
    "process_id" UUID NOT NULL,
    "process" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "number" TEXT,
    "place_path" TEXT NOT NULL,
    "unit_id" UUID,
    "person_id" UUID,
    "ending" TEXT,
    "facts" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "is_standing" BOOLEAN NOT NULL DEFAULT false,
    "powers" TEXT[],
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "verdict" TEXT,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "item_process_id_idx" ON "item"("process_id");

-- CreateIndex
CREATE INDEX "item_process_kind_opened_at_idx" ON "item"("process", "kind", "opened_at");

-- CreateIndex
CREATE INDEX "item_place_path_idx" ON "item"("place_path" text_pattern_ops);

-- CreateIndex
CREATE INDEX "item_unit_id_kind_idx" ON "item"("unit_id", "kind");

-- CreateIndex
CREATE INDEX "membership_place_id_idx" ON "membership"("place_id");

-- CreateIndex
CREATE INDEX "membership_unit_id_idx" ON "membership"("unit_id");

-- CreateIndex
CREATE INDEX "proposal_what_name_idx" ON "proposal"("what", "name");

-- CreateIndex
CREATE INDEX "process_type_opened_at_id_idx" ON "process"("type", "opened_at", "id");

-- CreateIndex
CREATE INDEX "process_place_path_opened_at_idx" ON "process"("place_path" text_pattern_ops, "opened_at");

-- CreateIndex
CREATE INDEX "process_unit_ids_idx" ON "process" USING GIN ("unit_ids");

-- What is open stays small, and the read model can be emptied and rebuilt (rebuild.ts).
create index task_open_person on task (person_id, due_at) where status = 'open' and person_id is not null;
grant truncate on item to minqing_service;
-- A proposal is decided once; it is never taken out of the record.
revoke delete on proposal from minqing_service;

-- What stands in the states already.
update process set place_path = state ->> 'place', step = state ->> 'step', ending = state ->> 'ending',
  status = case when closed_at is not null then 'closed' when state ->> 'ending' is not null then 'ending' else 'open' end;
update process set unit_ids = matter.unit_ids, due_at = matter.due_at, card = matter.card
from matter where matter.id = process.id;

-- Whose things these are is asked for each list that a person may see by name.
create index item_person on item (person_id) where person_id is not null;
create index task_person on task (person_id) where person_id is not null;
