package mx.constancia.command.ledger.tree;

/** What was recorded, signed or published before is not what is there now. Nothing is signed or published until it is again. */
public final class LedgerAlarm extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long position;

    /**
     * @param position the first position that is concerned, as far as that can be known
     * @param reason   one sentence
     */
    public LedgerAlarm(long position, String reason) {
        super(reason);
        this.position = position;
    }

    /** The first position that is concerned, as far as that can be known. */
    public long position() {
        return position;
    }
}
