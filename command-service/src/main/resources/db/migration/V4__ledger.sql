-- The transparency ledger: the Merkle tree over the log, and every checkpoint that was signed.

create table ledger_tile (
    level  int    not null check (level between 0 and 63),
    index  bigint not null check (index >= 0),
    hashes bytea  not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    primary key (level, index)
);

comment on table ledger_tile is 'Tiles (c2sp.org/tlog-tiles), only the widest of each; level 0 holds the leaf hashes by position';

create table ledger_checkpoint (
    number    bigint         not null primary key check (number >= 0),
    size      bigint         not null check (size >= 0),
    root      bytea          not null check (octet_length(root) = 32),
    note      text           not null,
    signed_at timestamptz(3) not null
);

comment on table ledger_checkpoint is 'Every checkpoint that this log signed (c2sp.org/tlog-checkpoint), append only';

create function refuse_other_tile() returns trigger language plpgsql as $$
begin
    if substring(new.hashes for octet_length(old.hashes)) <> old.hashes or (new.level, new.index) <> (old.level, old.index) then
        raise exception 'a tile only grows: % refused', tg_op using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger ledger_tile_only_grows before update on ledger_tile
    for each row execute function refuse_other_tile();

create trigger ledger_tile_stays before delete or truncate on ledger_tile
    for each statement execute function refuse_change();

create trigger ledger_checkpoint_is_append_only before update or delete or truncate on ledger_checkpoint
    for each statement execute function refuse_change();

-- Numbers follow each other without a gap, sizes never fall, and one size has one root.
create function refuse_other_checkpoint() returns trigger language plpgsql as $$
declare
    v_last ledger_checkpoint;
begin
    select * into v_last from ledger_checkpoint order by number desc limit 1;
    if new.number <> coalesce(v_last.number + 1, 0) or new.size < v_last.size or (new.size = v_last.size and new.root <> v_last.root) then
        raise exception 'checkpoint % of size % does not follow on % of size %', new.number, new.size, v_last.number, v_last.size
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger ledger_checkpoint_follows before insert on ledger_checkpoint
    for each row execute function refuse_other_checkpoint();

grant select, insert, update on ledger_tile to ${appRole};
grant select, insert on ledger_checkpoint to ${appRole};
