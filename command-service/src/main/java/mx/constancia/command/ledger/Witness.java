package mx.constancia.command.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.cosignature.CosignatureVerifier;
import mx.constancia.ledger.merkle.ConsistencyProof;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.SignedNote;
import mx.constancia.ledger.note.Verifiers;
import mx.constancia.ledger.policy.Party;
import mx.constancia.ledger.witness.AddCheckpoint;
import mx.constancia.ledger.witness.Cosigned;
import mx.constancia.ledger.witness.SizeConflict;

/** A witness as the writer knows it: how to ask it, and the size that it cosigned last. For one thread, but for its answers. */
final class Witness {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Party party;
    private final URI address;
    private final Verifiers key;
    private final HttpClient http;
    private long cosigned;

    Witness(Party party, HttpClient http) {
        this.party = party;
        this.address = URI.create(party.url().replaceAll("/$", "") + "/" + AddCheckpoint.PATH);
        this.key = new Verifiers(List.of(new CosignatureVerifier(party.key())));
        this.http = http;
    }

    /** What a witness answered. */
    sealed interface Answer {

        /** It saw the tree grow. */
        record Yes(List<SignatureLine> lines) implements Answer {
        }

        /** It cosigned another size last. */
        record Elsewhere(long size) implements Answer {
        }

        /** It refused, was not understood, or did not answer. */
        record No(String reason) implements Answer {
        }
    }

    String name() {
        return party.name();
    }

    /** The size that it cosigned last, as far as we know. */
    long cosigned() {
        return cosigned;
    }

    void cosigned(long size) {
        cosigned = size;
    }

    CompletableFuture<Answer> ask(SignedCheckpoint checkpoint, ConsistencyProof growth, Duration atMost) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(atMost)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new AddCheckpoint(growth, checkpoint).bytes())).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(response -> answer(checkpoint, response))
                .exceptionally(e -> new Answer.No(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }

    private Answer answer(SignedCheckpoint checkpoint, HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LONGEST_ANSWER);
            return switch (response.statusCode()) {
                case Cosigned.STATUS -> new Answer.Yes(
                        key.verify(new SignedNote(checkpoint.note().text(), Cosigned.parse(bytes).cosignatures())));
                case SizeConflict.STATUS -> new Answer.Elsewhere(SizeConflict.parse(bytes).size());
                default -> new Answer.No("status " + response.statusCode());
            };
        } catch (IOException | RuntimeException e) {
            return new Answer.No(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }
}
