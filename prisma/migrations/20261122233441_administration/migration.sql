-- AlterTable
ALTER TABLE "place" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "password_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "admin_record" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "of_id" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "admin_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "admin_record_of_id_idx" ON "admin_record"("of_id");

-- CreateIndex
CREATE INDEX "admin_record_by_id_id_idx" ON "admin_record"("by_id", "id");

-- The record of the administrators is append-only for everybody, the owner included, and while a session plays a replica.
revoke update, delete on admin_record from minqing_service;
create trigger append_only before update or delete or truncate on admin_record
  for each statement execute function refuse_change();
alter table admin_record enable always trigger append_only;

-- What the page of alarms counts, again and again: few rows however much was told.
create index notice_waiting on notice (not_before) where delivered_at is null and failed_at is null;
create index notice_failed on notice (failed_at) where failed_at is not null;
-- Who is there, and who leads where: asked for every unit at once.
create index post_held on post (unit_id, role) where ended_at is null;
