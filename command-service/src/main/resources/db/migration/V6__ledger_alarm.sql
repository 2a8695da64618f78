-- The ledger's objection to the log: while there is a row, no event is sent to Kafka.

create table ledger_alarm (
    only_one  boolean        not null primary key default true check (only_one),
    position  bigint         not null,
    reason    text           not null,
    raised_at timestamptz(3) not null
);

grant select, insert, update, delete on ledger_alarm to ${appRole};
