package mx.constancia.command.ledger.tree;

/** All that the ledger touches outside of itself. */
public record LedgerPorts(EventSource log, LedgerTables tables, LedgerOutlet outlet, Cosigning witnesses) {
}
