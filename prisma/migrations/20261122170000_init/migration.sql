-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "parent_id" UUID,
    "path" TEXT NOT NULL,
    "policy" TEXT,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "place_id" UUID NOT NULL,
    "superior_id" UUID,
    "handles" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh',
    "password_hash" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" UUID,
    "place_id" UUID NOT NULL,
    "rank" TEXT NOT NULL DEFAULT 'A',
    "is_head" BOOLEAN NOT NULL DEFAULT false,
    "call_back" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "words" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "matter_id" UUID,
    "purpose" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake" (
    "id" UUID NOT NULL,
    "receipt" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "answer_by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place_id" UUID NOT NULL,
    "reporter_id" UUID,
    "taken_by_id" UUID,
    "words_id" UUID NOT NULL,
    "contact_id" UUID,
    "external" TEXT,
    "happened_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kind" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "group_en" TEXT NOT NULL,
    "lead_unit_id" UUID,
    "importance" INTEGER NOT NULL,
    "urgency" INTEGER NOT NULL,
    "size" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "is_complaint" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "kind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "process_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "body_hash" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_open" (
    "command_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_open_pkey" PRIMARY KEY ("command_id")
);

-- CreateTable
CREATE TABLE "command_outcome" (
    "command_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_outcome_pkey" PRIMARY KEY ("command_id","status")
);

-- CreateTable
CREATE TABLE "journal" (
    "process_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "assigned" JSONB,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("process_id","seq")
);

-- CreateTable
CREATE TABLE "process" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "number" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "status" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "colour" TEXT,
    "size" TEXT,
    "tier" TEXT,
    "place_path" TEXT NOT NULL,
    "lead_unit_id" UUID,
    "unit_ids" UUID[],
    "responsible_id" UUID,
    "way" TEXT NOT NULL,
    "ending" TEXT,
    "card" TEXT,
    "score" DOUBLE PRECISION,
    "rating" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "is_late_entry" BOOLEAN NOT NULL DEFAULT false,
    "merged_into" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "happened_at" TIMESTAMPTZ(3),

    CONSTRAINT "matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "process_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "role" TEXT,
    "unit_id" UUID,
    "place_path" TEXT NOT NULL,
    "is_head" BOOLEAN NOT NULL DEFAULT false,
    "call_back" BOOLEAN NOT NULL DEFAULT false,
    "not_unit_id" UUID,
    "not_person_id" UUID,
    "reporter_of" UUID,
    "about" TEXT,
    "held_by_id" UUID,
    "is_binding" BOOLEAN NOT NULL DEFAULT false,
    "is_window" BOOLEAN NOT NULL DEFAULT false,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "card" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "id" TEXT NOT NULL,
    "process_id" UUID NOT NULL,
    "task_id" TEXT,
    "state" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "body" JSONB NOT NULL,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "id" TEXT NOT NULL,
    "process_id" UUID NOT NULL,
    "task_id" TEXT,
    "level" TEXT NOT NULL,
    "unit_id" UUID,
    "place_path" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "reply_due_at" TIMESTAMPTZ(3),
    "cleared_at" TIMESTAMPTZ(3),
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_reason" TEXT,

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_route" (
    "task_id" TEXT NOT NULL,
    "person_id" UUID,
    "for_id" UUID,
    "unit_id" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_route_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "counter" (
    "scope" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "process_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "process_id" UUID NOT NULL,
    "task_id" TEXT,
    "person_id" UUID,
    "for_id" UUID,
    "channel" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "archive" (
    "process_id" UUID NOT NULL,
    "run_id" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "history" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "archive_pkey" PRIMARY KEY ("process_id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("name","version")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "place_code_key" ON "place"("code");

-- CreateIndex
CREATE INDEX "place_path_idx" ON "place"("path" text_pattern_ops);

-- CreateIndex
CREATE INDEX "place_parent_id_idx" ON "place"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "unit_place_id_idx" ON "unit"("place_id");

-- CreateIndex
CREATE INDEX "unit_superior_id_idx" ON "unit"("superior_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_account_key" ON "person"("account");

-- CreateIndex
CREATE INDEX "post_person_id_idx" ON "post"("person_id");

-- CreateIndex
CREATE INDEX "post_role_unit_id_idx" ON "post"("role", "unit_id");

-- CreateIndex
CREATE INDEX "post_role_place_id_idx" ON "post"("role", "place_id");

-- CreateIndex
CREATE INDEX "absence_person_id_from_at_idx" ON "absence"("person_id", "from_at");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "words_matter_id_kind_idx" ON "words"("matter_id", "kind");

-- CreateIndex
CREATE INDEX "attachment_matter_id_idx" ON "attachment"("matter_id");

-- CreateIndex
CREATE UNIQUE INDEX "intake_receipt_key" ON "intake"("receipt");

-- CreateIndex
CREATE UNIQUE INDEX "intake_external_key" ON "intake"("external");

-- CreateIndex
CREATE INDEX "intake_reporter_id_idx" ON "intake"("reporter_id");

-- CreateIndex
CREATE INDEX "intake_place_id_idx" ON "intake"("place_id");

-- CreateIndex
CREATE INDEX "intake_received_at_id_idx" ON "intake"("received_at", "id");

-- CreateIndex
CREATE INDEX "command_process_id_idx" ON "command"("process_id");

-- CreateIndex
CREATE UNIQUE INDEX "command_subject_id_key_key" ON "command"("subject_id", "key");

-- CreateIndex
CREATE INDEX "command_open_received_at_idx" ON "command_open"("received_at");

-- CreateIndex
CREATE INDEX "journal_at_idx" ON "journal"("at");

-- CreateIndex
CREATE UNIQUE INDEX "matter_number_key" ON "matter"("number");

-- CreateIndex
CREATE INDEX "matter_status_due_at_id_idx" ON "matter"("status", "due_at", "id");

-- CreateIndex
CREATE INDEX "matter_place_path_opened_at_idx" ON "matter"("place_path" text_pattern_ops, "opened_at");

-- CreateIndex
CREATE INDEX "matter_lead_unit_id_opened_at_idx" ON "matter"("lead_unit_id", "opened_at");

-- CreateIndex
CREATE INDEX "matter_opened_at_id_idx" ON "matter"("opened_at", "id");

-- CreateIndex
CREATE INDEX "matter_unit_ids_idx" ON "matter" USING GIN ("unit_ids");

-- CreateIndex
CREATE INDEX "task_process_id_idx" ON "task"("process_id");

-- CreateIndex
CREATE INDEX "clock_process_id_idx" ON "clock"("process_id");

-- CreateIndex
CREATE INDEX "card_process_id_idx" ON "card"("process_id");

-- CreateIndex
CREATE INDEX "task_route_person_id_idx" ON "task_route"("person_id");

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_idx" ON "notice"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "notice_process_id_idx" ON "notice"("process_id");

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "command_outcome" ADD CONSTRAINT "command_outcome_command_id_fkey" FOREIGN KEY ("command_id") REFERENCES "command"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
