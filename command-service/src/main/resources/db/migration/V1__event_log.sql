-- The event log: system of record of everything that Constancia knows. One table, one gap-free order, append only.

create table event_log (
    position        bigint         not null primary key,
    event_id        text           not null,
    stream_id       text           not null,
    version         bigint         not null check (version > 0),
    type            text           not null,
    recorded_at     timestamptz(3) not null,
    envelope        text           not null,
    public_part     text           not null,
    restricted_part text,
    unique (stream_id, version)
);

comment on table event_log is 'Legal facts, append only; position is 0, 1, 2, ... without a gap, in commit order';
comment on column event_log.version is 'Place in the stream: 1, 2, 3, ... without a gap';
comment on column event_log.recorded_at is 'Whole milliseconds; never decreases along positions';

-- One row. Its lock orders all appends of all nodes.
create table log_head (
    one              boolean        not null primary key default true check (one),
    next_position    bigint         not null,
    last_recorded_at timestamptz(3) not null
) with (fillfactor = 10);

insert into log_head (next_position, last_recorded_at) values (0, 'epoch');

-- What a command with an idempotency key was answered with; written together with its events.
create table command_receipt (
    actor_id        text           not null,
    idempotency_key text           not null,
    fingerprint     text           not null,
    stream_id       text           not null,
    first_position  bigint         not null,
    event_count     int            not null check (event_count > 0),
    version         bigint         not null,
    recorded_at     timestamptz(3) not null,
    primary key (actor_id, idempotency_key)
);

-- Disposable shortcuts for loading long streams; verification never reads them.
create table snapshot (
    stream_id text   not null primary key,
    version   bigint not null,
    revision  text   not null,
    state     text   not null
);

-- How far a reader of the log has come.
create table relay_progress (
    name          text   not null primary key,
    next_position bigint not null
) with (fillfactor = 10);

insert into relay_progress (name, next_position) values ('kafka', 0);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger event_log_is_append_only before update or delete or truncate on event_log
    for each statement execute function refuse_change();

create trigger command_receipt_is_append_only before update or delete or truncate on command_receipt
    for each statement execute function refuse_change();

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
    e_append int[], e_offset int[], e_id text[], e_type text[], e_envelope text[], e_public text[], e_restricted text[])
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
        insert into event_log (position, event_id, stream_id, version, type, recorded_at, envelope, public_part, restricted_part)
        select p.first_position + e.place, e.id, p.stream, p.version + e.place + 1, e.type, v_at, e.envelope, e.open, e.restricted
        from unnest(e_append, e_offset, e_id, e_type, e_envelope, e_public, e_restricted)
             as e (append, place, id, type, envelope, open, restricted)
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

-- The role that the service works as: it can add to the log and read it, nothing else. Roles belong to the server, and several
-- databases of one server may be migrated at once.
do $$
begin
    if not exists (select from pg_roles where rolname = '${appRole}') then
        create role ${appRole} nologin;
    end if;
exception
    when duplicate_object or unique_violation then
        null;
end
$$;

do $$
begin
    if not pg_has_role(current_user, '${appRole}', 'set') then
        grant ${appRole} to current_user;
    end if;
exception
    when unique_violation then
        null;
end
$$;

grant usage on schema ${flyway:defaultSchema} to ${appRole};
grant select, insert on event_log, command_receipt to ${appRole};
grant select, update on log_head, relay_progress to ${appRole};
grant select, insert, update, delete on snapshot to ${appRole};
revoke execute on function append_batch from public;
grant execute on function append_batch to ${appRole};
