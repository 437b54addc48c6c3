-- A pack brings the cases that it must answer to; they stay with the version that they were tried on.
alter table "policy_version" add column "examples" jsonb;
alter table "proposal" add column "examples" jsonb;
