-- Commands that an import brings for one stream are recorded as one run.

-- As before, and appends may form runs: those of one stream in a batch build on each other, in order, and are written together
-- or not at all.
--
-- Appends a batch in one transaction. An append is a number of events of one stream that follow on each other. A run is
-- refused when one of its appends has an idempotency key with a receipt (KEY_TAKEN for that one) or does not build on the
-- stream's version and the appends before it (VERSION_TAKEN for it, and for all others of its run). The caller never puts two
-- runs of one stream, or a key twice, into a batch.
--
--   p_now           the node's clock, whole milliseconds
--   a_*             one element for each append; a_version is the stream's version before it; a_actor, a_key and
--                   a_fingerprint are null without a receipt
--   e_*             one element for each event; e_append is the 1-based number of its append, e_offset its 0-based place there
create or replace function append_batch(
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
        -- The version that a run begins at must be the stream's, and the sum of what came before leads to that of each append.
        select f.*,
               not f.replayed and f.version - f.current
                   = sum(f.count) over (partition by f.stream order by f.ix rows unbounded preceding) - f.count as fits
        from found f
    ), ruled as (
        select j.*, case when j.replayed then 'KEY_TAKEN'
                         when bool_and(j.fits) over (partition by j.stream) then 'APPENDED' else 'VERSION_TAKEN' end as outcome
        from judged j
    ), placed as (
        select r.*,
               v_next + sum(case when r.outcome = 'APPENDED' then r.count else 0 end) over (order by r.ix) - r.count as first_position
        from ruled r
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
