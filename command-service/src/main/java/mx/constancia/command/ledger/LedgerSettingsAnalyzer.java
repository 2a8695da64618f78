package mx.constancia.command.ledger;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a few lines what is missing, without a stack trace. */
final class LedgerSettingsAnalyzer extends AbstractFailureAnalyzer<LedgerSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LedgerSettingsException cause) {
        return new FailureAnalysis(cause.getMessage(), "Make a key with: openssl genpkey -algorithm ed25519 -out ledger.pem"
                + " and name it in CONSTANCIA_LEDGER_KEY, with the log's name in CONSTANCIA_LEDGER_ORIGIN.", cause);
    }
}
