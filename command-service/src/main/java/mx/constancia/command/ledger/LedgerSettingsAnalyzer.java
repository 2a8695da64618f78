package mx.constancia.command.ledger;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a few lines what is missing, without a stack trace. */
final class LedgerSettingsAnalyzer extends AbstractFailureAnalyzer<LedgerSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LedgerSettingsException cause) {
        return new FailureAnalysis(cause.getMessage(), "Name the key in CONSTANCIA_LEDGER_KEY and the log in CONSTANCIA_LEDGER_ORIGIN. A log that was"
                + " signed before goes on with its own key only: get it back. For a new log make one with:"
                + " openssl genpkey -algorithm ed25519 -out ledger.pem", cause);
    }
}
