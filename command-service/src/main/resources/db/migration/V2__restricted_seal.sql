-- Every restricted part gets a salt and a public digest (RestrictedSeal). V3 seals what was recorded before.

alter table event_log
    add column restricted_digest text check (restricted_digest ~ '^[0-9a-f]{64}$'),
    add column restricted_salt   text check (restricted_salt ~ '^[0-9a-f]{64}$');

comment on column event_log.restricted_digest is 'SHA-256 of salt and canonical restricted part; public, survives its erasure';
comment on column event_log.restricted_salt is 'Hexadecimal; erased together with the restricted part';

-- A node of the version before must not record unsealed parts: its appends fail until it is replaced.
drop function append_batch(
    timestamptz, text[], bigint[], int[], text[], text[], text[], int[], int[], text[], text[], text[], text[], text[]);

-- Appends a batch in one transaction. An append is a run of events of one stream; it is numbered and written whole, or
-- refused alone: KEY_TAKEN when its idempotency key has a receipt, VERSION_TAKEN when its stream is not at the version that
-- it builds on. The caller never puts two appends of one stream or of one key into a batch.
--
--   p_now           the node's clock, whole milliseconds
--   a_*             one element for each append; a_version is the stream's version before it; a_actor, a_key and
--                   a_fingerprint are null without a receipt
--   e_*             one element for each event; e_append is the 1-based number of its append, e_offset its 0-based place there
create function append_batch(
    p_now timestamptz,
    a_stream text[], a_version bigint[], a_count int[], a_actor text[], a_key text[], a_fingerprint text[],
    e_append int[], e_offset int[], e_id text[], e_type text[], e_envelope text[], e_public text[], e_restricted text[],
    e_digest text[], e_salt text[])
returns table (outcome text, current_version bigint, first_position bigint, recorded_at timestamptz)
language plpgsql
-- The plan must not depend on when statistics were last taken.
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
    v_next bigint;
    v_at   timestamptz(3);
begin
    -- Under READ COMMITTED every later statement sees all that was committed before this lock was given.
    select h.next_position, greatest(p_now, h.last_recorded_at) into strict v_next, v_at from log_head h for update;

    return query
    with found as materialized (
        -- The limits keep the planner from reading a whole table instead of looking up each key.
        select a.*, coalesce(s.version, 0) as current, r.fingerprint is not null as replayed
        from unnest(a_stream, a_version, a_count, a_actor, a_key, a_fingerprint) with ordinality
             as a (stream, version, count, actor, key, fingerprint, ix)
        left join lateral (
            select l.version from event_log l where l.stream_id = a.stream order by l.version desc limit 1) s on true
        left join lateral (
            select c.fingerprint from command_receipt c where c.actor_id = a.actor and c.idempotency_key = a.key limit 1) r on true
    ), judged as (
        select f.*, case when f.replayed then 'KEY_TAKEN' when f.current <> f.version then 'VERSION_TAKEN' else 'APPENDED' end as outcome
        from found f
    ), placed as (
        select j.*,
               v_next + sum(case when j.outcome = 'APPENDED' then j.count else 0 end) over (order by j.ix) - j.count as first_position
        from judged j
    ), events as (
        insert into event_log (position, event_id, stream_id, version, type, recorded_at, envelope, public_part, restricted_part,
                               restricted_digest, restricted_salt)
        select p.first_position + e.place, e.id, p.stream, p.version + e.place + 1, e.type, v_at, e.envelope, e.open, e.restricted,
               e.digest, e.salt
        from unnest(e_append, e_offset, e_id, e_type, e_envelope, e_public, e_restricted, e_digest, e_salt)
             as e (append, place, id, type, envelope, open, restricted, digest, salt)
        join placed p on p.ix = e.append and p.outcome = 'APPENDED'
        order by 1
    ), receipts as (
        insert into command_receipt (actor_id, idempotency_key, fingerprint, stream_id, first_position, event_count, version, recorded_at)
        select p.actor, p.key, p.fingerprint, p.stream, p.first_position, p.count, p.version + p.count, v_at
        from placed p where p.outcome = 'APPENDED' and p.key is not null
    ), head as (
        update log_head h set next_position = v_next + n.total, last_recorded_at = v_at
        from (select sum(p.count) as total from placed p where p.outcome = 'APPENDED') n where n.total > 0
    )
    select p.outcome, p.current, p.first_position::bigint, v_at::timestamptz from placed p order by p.ix;
end
$$;

revoke execute on function append_batch from public;
grant execute on function append_batch to ${appRole};
