-- PostgreSQL thinks a plan for the very arrays of each call cheaper, because it expects longer ones when it does not know them, and
-- plans append_batch anew each time: twice the work of a small batch. Every plan of it looks up the same keys.
alter function append_batch(timestamptz, text[], bigint[], int[], text[], text[], text[], int[], int[], text[], text[], text[], text[],
    text[], text[], text[]) set plan_cache_mode = force_generic_plan;
