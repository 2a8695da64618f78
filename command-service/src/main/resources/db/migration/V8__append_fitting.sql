-- Most batches fit as a whole: each run builds on its stream's version, and no idempotency key is known. Such a batch need not be judged
-- append by append, which costs more than writing it.

-- Appends a batch as append_batch does, which takes over when not everything fits; the arrays are its own, and
--
--   r_*             one element for each run: its stream, and the stream's version before it
--   a_first         the 0-based place of the append's first event in the batch
--   e_*             one element for each event, in the order of the appends; e_stream and e_version are the event's own
create function append_fitting(
    p_now timestamptz,
    r_stream text[], r_version bigint[],
    a_stream text[], a_version bigint[], a_count int[], a_first int[], a_actor text[], a_key text[], a_fingerprint text[],
    e_append int[], e_offset int[], e_stream text[], e_version bigint[], e_id text[], e_type text[], e_envelope text[], e_public text[],
    e_restricted text[], e_digest text[], e_salt text[])
returns table (outcome text, current_version bigint, first_position bigint, recorded_at timestamptz)
language plpgsql
-- The plan must not depend on when statistics were last taken, nor be made anew for each call.
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    v_next bigint;
    v_at   timestamptz(3);
begin
    -- Under READ COMMITTED every later statement sees all that was committed before this lock was given, and nobody else appends.
    select h.next_position, greatest(p_now, h.last_recorded_at) into strict v_next, v_at from log_head h for update;

    if exists (select from unnest(r_stream, r_version) as r (stream, version)
               where r.version <> coalesce(
                   (select l.version from event_log l where l.stream_id = r.stream order by l.version desc limit 1), 0))
       or exists (select from unnest(a_actor, a_key) as a (actor, key)
                  where (select true from command_receipt c where c.actor_id = a.actor and c.idempotency_key = a.key limit 1)) then
        return query select * from append_batch(p_now, a_stream, a_version, a_count, a_actor, a_key, a_fingerprint,
            e_append, e_offset, e_id, e_type, e_envelope, e_public, e_restricted, e_digest, e_salt);
        return;
    end if;

    insert into event_log (position, event_id, stream_id, version, type, recorded_at, envelope, public_part, restricted_part,
                           restricted_digest, restricted_salt)
    select v_next + e.ix - 1, e.id, e.stream, e.version, e.type, v_at, e.envelope, e.open, e.restricted, e.digest, e.salt
    from unnest(e_stream, e_version, e_id, e_type, e_envelope, e_public, e_restricted, e_digest, e_salt) with ordinality
         as e (stream, version, id, type, envelope, open, restricted, digest, salt, ix);

    insert into command_receipt (actor_id, idempotency_key, fingerprint, stream_id, first_position, event_count, version, recorded_at)
    select a.actor, a.key, a.fingerprint, a.stream, v_next + a.first, a.count, a.version + a.count, v_at
    from unnest(a_stream, a_version, a_count, a_first, a_actor, a_key, a_fingerprint)
         as a (stream, version, count, first, actor, key, fingerprint)
    where a.key is not null;

    update log_head set next_position = v_next + cardinality(e_id), last_recorded_at = v_at;

    return query
    select 'APPENDED', a.version, v_next + a.first, v_at::timestamptz
    from unnest(a_version, a_first) with ordinality as a (version, first, ix) order by a.ix;
end
$$;

revoke execute on function append_fitting from public;
grant execute on function append_fitting to ${appRole};
